import { expect, it } from 'vitest';
import { PermanentError, TransientError } from '@waypost/service-kit';
import fc from 'fast-check';
import { line, order, STOVE, TENT } from '../../test/samples.ts';
import { type StockInMemory, stockInMemory } from '../../test/stock-in-memory.ts';
import { expireReservations } from './expire-reservations.ts';
import { commitStock } from './commit-stock.ts';
import { releaseStock } from './release-stock.ts';
import { reserveStock } from './reserve-stock.ts';
import { putStock } from './stock-level.ts';

const orders = fc.record({
  orderId: fc.integer({ min: 1, max: 5 }).map(order),
  attempt: fc.integer({ min: 1, max: 3 }),
});
const units = fc.integer({ min: 1, max: 4 });
const sku = fc.constantFrom(TENT, STOVE);
const warehouse = fc.constantFrom('north' as const, 'south' as const);

type Step = (ports: StockInMemory) => Promise<unknown>;

const reserve: fc.Arbitrary<Step> = fc.tuple(orders, units, units).map(
  ([request, tents, stoves]) =>
    (ports) =>
      reserveStock(ports, { ...request, lines: [line(TENT, tents), line(STOVE, stoves)] }),
);
const release: fc.Arbitrary<Step> = orders.map((request) => (ports) => releaseStock(ports, request));
const commit: fc.Arbitrary<Step> = orders.map(
  ({ orderId }) =>
    (ports) =>
      commitStock(ports, orderId),
);
const expire: fc.Arbitrary<Step> = fc.constant((ports) =>
  expireReservations({ ...ports, now: '2026-05-05T09:30:00.000Z' }),
);
const count: fc.Arbitrary<Step> = fc
  .record({ sku, warehouse, onHand: fc.nat(12) })
  .map((request) => (ports) => putStock(ports, request));
const recount: fc.Arbitrary<Step> = fc.record({ sku, warehouse, more: fc.nat(3) }).map(({ more, ...at }) => (ports) => {
  const level = ports.stocks.get(at.sku)?.warehouses[at.warehouse];
  return putStock(ports, { ...at, onHand: (level?.reserved ?? 0) + more });
});

/** Steps, each alone or at once with others, some of them twice and in any order. */
const histories = (steps: readonly fc.Arbitrary<Step>[]) =>
  fc
    .array(fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 3 }), { maxLength: 25 })
    .chain((batches) => fc.shuffledSubarray([...batches, ...batches], { minLength: batches.length }));

/** Steps that are rejected for good or for now are part of the story; a bug is not. */
const unlessRejected = (error: unknown) => {
  if (!(error instanceof PermanentError || error instanceof TransientError)) throw error;
};

function reservedBySku({ reservations }: StockInMemory, of: typeof TENT, at: 'north' | 'south'): number {
  return [...reservations.values()]
    .filter(({ status }) => status === 'held')
    .flatMap(({ parts }) => parts.filter((part) => part.warehouse === at).flatMap(({ lines }) => lines))
    .filter((held) => held.sku === of)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

async function play(history: readonly (readonly Step[])[], check: (ports: StockInMemory) => void): Promise<void> {
  const ports = stockInMemory();
  for (const batch of history) {
    await Promise.all(batch.map((step) => step(ports).catch(unlessRejected)));
    check(ports);
  }
}

/** A count during a reservation would be one below the reserved quantity. */
const oneByOne = (history: readonly (readonly Step[])[]) => history.flat().map((step) => [step]);

it('reserves exactly what the held reservations hold, whatever comes in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(histories([reserve, release, commit, count, expire]), (history) =>
      play(history, (ports) => {
        for (const { sku: of, warehouses } of ports.stocks.values()) {
          for (const at of ['north', 'south'] as const) {
            const { onHand, reserved } = warehouses[at] ?? { onHand: 0, reserved: 0 };
            expect(reserved).toBe(reservedBySku(ports, of, at));
            expect(onHand).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    ),
    { numRuns: 150 },
  );
});

it('never reserves more than is on hand, unless a count is below the reserved quantity', async () => {
  await fc.assert(
    fc.asyncProperty(histories([reserve, reserve, release, commit, recount]), (history) =>
      play(oneByOne(history), (ports) => {
        for (const { warehouses } of ports.stocks.values()) {
          for (const { onHand, reserved } of Object.values(warehouses)) expect(reserved).toBeLessThanOrEqual(onHand);
        }
      }),
    ),
    { numRuns: 150 },
  );
});

it('tells every product last what is so', async () => {
  await fc.assert(
    fc.asyncProperty(histories([reserve, release, commit, count, expire]), (history) =>
      play(history, (ports) => {
        for (const stock of ports.stocks.values()) {
          const free = Object.values(stock.warehouses).some(({ onHand, reserved }) => onHand > reserved);
          const published = ports.published.filter(({ subject }) => subject === stock.sku).map(({ data }) => data);
          expect(published.at(-1)).toMatchObject({ available: free });
        }
      }),
    ),
    { numRuns: 150 },
  );
});
