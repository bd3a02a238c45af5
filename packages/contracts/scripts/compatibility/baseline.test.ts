import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  defineCommand,
  defineEvent,
  OrderPlaced,
  PlaceOrder,
  ReserveStock,
  type RouteContract,
} from '@waypost/contracts';
import { type Contract, nameOf } from '@waypost/contracts/catalogue';
import * as z from 'zod';
import { ROOT } from '../generated-files.ts';
import { baselineFiles, nextPublication, readBaseline } from './baseline.ts';
import { breakingChanges } from './compare-contracts.ts';
import { currentPublication, publishable, type Publication } from './published-contract.ts';

const publicationOf = (...contracts: readonly Contract[]): Publication =>
  Object.fromEntries(contracts.map((contract) => [nameOf(contract), publishable(contract)]));

const placed = (schema: z.ZodType, version = 1) =>
  defineEvent({ owner: 'order', name: 'OrderPlaced', version, schema });
const data = OrderPlaced.schema;

describe('the contracts of this checkout', () => {
  it('break nothing that was published: make a new version beside the old one instead', () => {
    expect(breakingChanges(readBaseline(), currentPublication())).toEqual([]);
  });

  it('are published: if not, run `npm run schemas -- --publish` in packages/contracts', async () => {
    const files = [...(await baselineFiles(currentPublication()))];
    const published = files.map(([path]) => [path, readFileSync(join(ROOT, path), 'utf8')]);
    expect(published).toEqual(files);
    expect(Object.keys(readBaseline()).toSorted()).toEqual(Object.keys(currentPublication()).toSorted());
  }, 60_000);
});

describe('a published event', () => {
  const published = publicationOf(OrderPlaced);

  it('may gain a field', () => {
    expect(breakingChanges(published, publicationOf(placed(data.extend({ gift: z.boolean() }))))).toEqual([]);
  });

  it('may get a new version beside the old one', () => {
    expect(breakingChanges(published, publicationOf(OrderPlaced, placed(z.object({}), 2)))).toEqual([]);
  });

  it('may not lose or change a field, nor its old version', () => {
    expect(breakingChanges(published, publicationOf(placed(data.omit({ total: true }))))).toEqual([
      'order/OrderPlaced.v1 detail/data/total is gone',
    ]);
    expect(breakingChanges(published, publicationOf(placed(data.extend({ total: z.int() }))))).toEqual([
      'order/OrderPlaced.v1 detail/data/total is integer, was object',
    ]);
    expect(breakingChanges(published, publicationOf(placed(data, 2)))).toEqual(['order/OrderPlaced.v1 is gone']);
  });
});

describe('a published command', () => {
  const published = publicationOf(ReserveStock);
  const { owner, name, version, request, result } = ReserveStock;

  it('may not ask for more', () => {
    const greedy = defineCommand({ owner, name, version, request: request.extend({ reason: z.string() }), result });
    expect(breakingChanges(published, publicationOf(greedy))).toEqual([
      'inventory/reserve-stock.v1 request/reason must be sent now',
    ]);
  });

  it("must not return outcomes that callers don't know", () => {
    const options = [...result.options, z.object({ outcome: z.literal('partly') })] as const;
    const vague = defineCommand({ owner, name, version, request, result: z.discriminatedUnion('outcome', options) });
    expect(breakingChanges(published, publicationOf(vague))).toEqual([
      'inventory/reserve-stock.v1 result/outcome may now be partly',
    ]);
  });
});

describe('a published route', () => {
  const published = publicationOf(PlaceOrder);
  const changed = (change: Partial<RouteContract>) =>
    breakingChanges(published, publicationOf({ ...PlaceOrder, ...change }));

  it('may be opened to more people, and take more', () => {
    expect(changed({ access: 'open', body: PlaceOrder.body.extend({ note: z.string().optional() }) })).toEqual([]);
  });

  it('may not move, answer otherwise, or be closed to some', () => {
    expect(changed({ path: '/order' })).toEqual(['order/placeOrder path is /order, was /orders']);
    expect(changed({ status: 201 })).toEqual(['order/placeOrder status is 201, was 202']);
    expect(changed({ access: 'operator' })).toEqual(['order/placeOrder access is operator, was shopper']);
    expect(changed({ idempotent: false })).toEqual(['order/placeOrder idempotent is false, was true']);
  });

  it('may not take less or ask for more', () => {
    const { paymentMethod: _, ...less } = PlaceOrder.body.shape;
    expect(changed({ body: z.strictObject(less) })).toEqual(['order/placeOrder body/paymentMethod is gone']);
    expect(changed({ query: z.strictObject({ shop: z.string() }) })).toEqual([
      'order/placeOrder query/shop must be sent now',
    ]);
    expect(changed({ body: z.undefined() })).toEqual(['order/placeOrder body is gone']);
  });

  it('may not tell less', () => {
    expect(changed({ response: PlaceOrder.response.omit({ links: true }) })).toEqual([
      'order/placeOrder response/links is gone',
    ]);
  });
});

describe('publishing', () => {
  const current = publicationOf(placed(data.omit({ total: true })));

  it('is rejected with the reasons when something would break', () => {
    expect(nextPublication(publicationOf(OrderPlaced), current, []).breaks).toHaveLength(1);
  });

  it('goes on when the contract is retired by name', () => {
    const next = nextPublication(publicationOf(OrderPlaced), current, ['order/OrderPlaced.v1']);
    expect(next).toEqual({ publication: current, breaks: [] });
  });
});
