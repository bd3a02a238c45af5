import { describe, expect, it } from 'vitest';
import { type OrderLine, ReturnId, type ReturnStatus, Sku } from '@waypost/contracts';
import fc from 'fast-check';
import { anOrder, AT, cancelled, confirmed, delivered, DELIVERED_AT } from '../../../test/build-order.ts';
import { decideReturn, decideReturnTold } from './decide-return.ts';
import { evolve, type Order } from '../order/order.ts';
import { returnFactsOf } from './return-facts.ts';
import { returnableUntil } from './return.ts';

const TENT = Sku.parse('TENT-RIDGE-2P');
const MAT = Sku.parse('MAT-AIR');
const twoProducts = anOrder({
  lines: [
    { sku: TENT, quantity: 2, name: 'Ridge 2P', unitPrice: { amount: 34900, currency: 'EUR' } },
    { sku: MAT, quantity: 1, name: 'Air mat', unitPrice: { amount: 8900, currency: 'EUR' } },
  ],
  total: { amount: 78700, currency: 'EUR' },
});
const returnIdOf = (n: number) => ReturnId.parse(`ret_${'a1'.repeat(16)}_${String(n).padStart(8, '0')}`);
const line = (sku: Sku, quantity: number): OrderLine => ({ sku, quantity });
const EVERYTHING = [line(TENT, 2), line(MAT, 1)];
const LATER = '2026-05-06T10:00:00.000Z';

const ask = (order: Order, lines: readonly OrderLine[], { n = 1, at = LATER } = {}) =>
  decideReturn(order, { at, returnId: returnIdOf(n), lines });

/** The order after a return was asked for, if it may be. */
function asked(order: Order, lines: readonly OrderLine[], n = 1): Order {
  const decision = ask(order, lines, { n });
  return decision.outcome === 'happens' ? evolve(order, decision.event) : order;
}

function told(order: Order, status: ReturnStatus, n = 1): Order {
  const decision = decideReturnTold(order, { at: LATER, returnId: returnIdOf(n), status, since: LATER });
  return decision.outcome === 'happens' ? evolve(order, decision.event) : order;
}

describe('a delivered order', () => {
  const order = delivered(twoProducts);

  it('may be sent back in part, for what was paid for that', () => {
    const after = asked(order, [line(TENT, 1)]);
    expect(after.returns).toEqual([
      {
        returnId: returnIdOf(1),
        status: 'REQUESTED',
        lines: [line(TENT, 1)],
        refund: { amount: 34900, currency: 'EUR' },
        history: [{ status: 'REQUESTED', at: LATER }],
        warehouse: 'north',
      },
    ]);
    expect(after.status).toBe('DELIVERED');
  });

  it('is told of, with the lines that come back and their price', () => {
    const after = asked(order, [line(MAT, 1)]);
    expect(returnFactsOf(order, after).map(({ name, data }) => [name, data])).toEqual([
      [
        'OrderReturnRequested',
        {
          orderId: order.orderId,
          shopperId: order.shopperId,
          returnId: returnIdOf(1),
          lines: [{ sku: MAT, quantity: 1, name: 'Air mat', unitPrice: { amount: 8900, currency: 'EUR' } }],
          refund: { amount: 8900, currency: 'EUR' },
          warehouse: 'north',
        },
      ],
    ]);
    expect(returnFactsOf(after, told(after, 'RECEIVED')).map(({ name }) => name)).toEqual(['OrderReturnReceived']);
  });

  it('is asked once under one key, and nothing else under it', () => {
    const after = asked(order, EVERYTHING);
    expect(ask(after, EVERYTHING.toReversed())).toEqual({ outcome: 'happened' });
    expect(ask(after, [line(TENT, 2)])).toEqual({ outcome: 'rejected', reason: 'other_request' });
  });

  it.each<[string, readonly OrderLine[], string]>([
    ['what was not bought', [line(Sku.parse('STOVE-ONE'), 1)], 'not_bought'],
    ['more than was bought', [line(TENT, 3)], 'more_than_bought'],
  ])('does not take back %s', (_, lines, reason) => {
    expect(ask(order, lines)).toEqual({ outcome: 'rejected', reason });
  });

  it('does not take back twice what was bought once', () => {
    const after = asked(order, [line(TENT, 1), line(MAT, 1)]);
    expect(ask(after, [line(MAT, 1)], { n: 2 })).toEqual({ outcome: 'rejected', reason: 'returned_already' });
    expect(ask(after, [line(TENT, 2)], { n: 2 })).toEqual({ outcome: 'rejected', reason: 'more_than_bought' });
    expect(ask(after, [line(TENT, 1)], { n: 2 })).toMatchObject({ outcome: 'happens' });
  });

  it('may be sent back for 30 days', () => {
    const until = '2026-06-04T10:00:00.000Z';
    expect(returnableUntil(order)).toBe(until);
    expect(ask(order, EVERYTHING, { at: until })).toMatchObject({ outcome: 'happens' });
    expect(ask(order, EVERYTHING, { at: '2026-06-04T10:00:00.001Z' })).toEqual({
      outcome: 'rejected',
      reason: 'too_late',
    });
  });

  it('is returned once all of it is refunded, and not before', () => {
    const both = asked(asked(order, [line(TENT, 2)], 1), [line(MAT, 1)], 2);
    const first = told(told(both, 'RECEIVED', 1), 'REFUNDED', 1);
    expect(first.status).toBe('DELIVERED');
    const whole = told(told(first, 'RECEIVED', 2), 'REFUNDED', 2);
    expect(whole.status).toBe('RETURNED');
    expect(whole.history.at(-1)).toEqual({ status: 'RETURNED', at: LATER });
    expect(ask(whole, EVERYTHING, { n: 3 })).toEqual({ outcome: 'rejected', reason: 'returned_already' });
    // The payment may be settled late, which changes nothing any more.
    expect(evolve(whole, { type: 'settled', at: LATER }).status).toBe('RETURNED');
  });
});

describe('an order that is not delivered', () => {
  it.each<[string, Order]>([
    ['placed', twoProducts],
    ['confirmed', confirmed(twoProducts)],
    ['cancelled', cancelled(twoProducts)],
    [
      'on its way',
      evolve(confirmed(twoProducts), {
        type: 'parcel_told',
        at: AT,
        shipmentId: 'shp_1',
        status: 'DISPATCHED',
        since: AT,
      }),
    ],
  ])('but %s can’t be sent back', (_, order) => {
    expect(ask(order, EVERYTHING)).toEqual({ outcome: 'rejected', reason: 'not_delivered' });
    expect(returnableUntil(order)).toBeUndefined();
  });

  it('knows of no return', () => {
    const decision = decideReturnTold(twoProducts, {
      at: LATER,
      returnId: returnIdOf(1),
      status: 'RECEIVED',
      since: DELIVERED_AT,
    });
    expect(decision).toEqual({ outcome: 'rejected', reason: 'unknown_return' });
  });
});

it('comes to the same end in whatever order its returns are told, and tells of each step once', () => {
  const steps = [1, 2].flatMap((n) => (['RECEIVED', 'REFUNDED'] as const).map((status) => ({ n, status })));
  const requested = asked(asked(delivered(twoProducts), [line(TENT, 2)], 1), [line(MAT, 1)], 2);
  const shuffled = fc.shuffledSubarray([...steps, ...steps], { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(shuffled, (order) => {
      const facts: string[] = [];
      const end = order.reduce((before, { n, status }) => {
        const after = told(before, status, n);
        facts.push(...returnFactsOf(before, after).map(({ name }) => name));
        return after;
      }, requested);
      expect(end.status).toBe('RETURNED');
      expect(end.returns?.map((each) => each.history.map(({ status }) => status))).toEqual([
        ['REQUESTED', 'RECEIVED', 'REFUNDED'],
        ['REQUESTED', 'RECEIVED', 'REFUNDED'],
      ]);
      expect(facts.toSorted()).toEqual([
        ...Array.from({ length: 2 }, () => 'OrderReturnReceived'),
        ...Array.from({ length: 2 }, () => 'OrderReturnRefunded'),
      ]);
    }),
  );
});
