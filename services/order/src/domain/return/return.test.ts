import { describe, expect, it } from 'vitest';
import { type OrderLine, ReturnId, type ReturnStatus, Sku } from '@waypost/contracts';
import fc from 'fast-check';
import { anOrder, AT, cancelled, confirmed, delivered, DELIVERED_AT } from '../../../test/build-order.ts';
import { decideReturn, decideReturnReported, decideSettlement } from './decide-return.ts';
import { evolve, type Order } from '../order/order.ts';
import { returnFactsOf } from './return-facts.ts';
import { isInReview, returnableUntil } from './return.ts';

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

function reported(order: Order, status: ReturnStatus, n = 1): Order {
  const decision = decideReturnReported(order, { at: LATER, returnId: returnIdOf(n), status, since: LATER });
  return decision.outcome === 'happens' ? evolve(order, decision.event) : order;
}

describe('a delivered order', () => {
  const order = delivered(twoProducts);

  it('can be returned in part, for the price of the returned items', () => {
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

  it('publishes the lines of a return and their price', () => {
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
    expect(returnFactsOf(after, reported(after, 'RECEIVED')).map(({ name }) => name)).toEqual(['OrderReturnReceived']);
  });

  it('is requested once per Idempotency-Key, and with one content', () => {
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

  it('can be returned for 30 days', () => {
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
    const first = reported(reported(both, 'RECEIVED', 1), 'REFUNDED', 1);
    expect(first.status).toBe('DELIVERED');
    const whole = reported(reported(first, 'RECEIVED', 2), 'REFUNDED', 2);
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
        type: 'parcel_reported',
        at: AT,
        shipmentId: 'shp_1',
        status: 'DISPATCHED',
        since: AT,
      }),
    ],
  ])('rejects a return of an order that is %s', (_, order) => {
    expect(ask(order, EVERYTHING)).toEqual({ outcome: 'rejected', reason: 'not_delivered' });
    expect(returnableUntil(order)).toBeUndefined();
  });

  it('knows of no return', () => {
    const decision = decideReturnReported(twoProducts, {
      at: LATER,
      returnId: returnIdOf(1),
      status: 'RECEIVED',
      since: DELIVERED_AT,
    });
    expect(decision).toEqual({ outcome: 'rejected', reason: 'unknown_return' });
  });
});

/** The order after an operator's decision on its first return, or the reason why the decision is rejected. */
function settle(order: Order, settlement: 'refund' | 'close'): Order | string {
  const decision = decideSettlement(order, { at: LATER, returnId: returnIdOf(1), settlement });
  if (decision.outcome === 'rejected') return decision.reason;
  return decision.outcome === 'happens' ? evolve(order, decision.event) : order;
}

/** Names of the events between two states of an order, or the reason why a decision was rejected. */
const published = (before: Order, after: Order | string): readonly string[] | string =>
  typeof after === 'string' ? after : returnFactsOf(before, after).map(({ name }) => name);

describe('a return that waits for an operator', () => {
  const requested = asked(delivered(twoProducts), EVERYTHING);
  const lost = reported(requested, 'LOST');
  const failed = reported(reported(requested, 'RECEIVED'), 'REFUND_FAILED');

  it('is published with the reason', () => {
    expect(returnFactsOf(requested, lost)).toMatchObject([
      { name: 'OrderReturnReviewRequested', data: { reason: 'lost', returnId: returnIdOf(1) } },
    ]);
    expect(returnFactsOf(reported(requested, 'RECEIVED'), failed)).toMatchObject([
      { name: 'OrderReturnReviewRequested', data: { reason: 'refund_failed' } },
    ]);
    expect([lost, failed].map((order) => order.returns?.some(isInReview))).toEqual([true, true]);
    expect(requested.returns?.some(isInReview)).toBe(false);
  });

  it.each([
    ['is lost', lost],
    ['has a refund that failed', failed],
    ['was never handed over', requested],
  ])('because it %s is refunded or closed', (_, order) => {
    expect(published(order, settle(order, 'refund'))).toEqual(['OrderReturnRefundRequested']);
    expect(published(order, settle(order, 'close'))).toEqual(['OrderReturnClosed']);
  });

  it('can be refunded again after another failure', () => {
    const again = settle(failed, 'refund') as Order;
    expect(published(again, settle(again, 'refund'))).toEqual(['OrderReturnRefundRequested']);
  });

  it('that is lost is restocked if it is found, refunded or not', () => {
    const refunded = reported(settle(lost, 'refund') as Order, 'REFUNDED');
    expect(refunded.returns?.[0]?.status).toBe('REFUNDED');
    const found = reported(refunded, 'RECEIVED');
    expect(published(refunded, found)).toEqual(['OrderReturnReceived']);
    expect(found.returns?.[0]?.status).toBe('REFUNDED');
  });

  it('changes nothing about a problem that is reported late', () => {
    const received = reported(requested, 'RECEIVED');
    expect(reported(received, 'LOST')).toBe(received);
    const closed = settle(failed, 'close') as Order;
    expect(reported(closed, 'REFUND_FAILED')).toBe(closed);
  });

  it('states the refunded amount', () => {
    const report = { at: LATER, returnId: returnIdOf(1), status: 'REFUNDED', since: LATER } as const;
    const decision = decideReturnReported(failed, { ...report, refunded: { amount: 77700, currency: 'EUR' } });
    const after = decision.outcome === 'happens' ? evolve(failed, decision.event) : failed;
    expect(after.returns?.[0]).toMatchObject({ refund: { amount: 78700 }, refunded: { amount: 77700 } });
    expect(returnFactsOf(failed, after)).toMatchObject([{ data: { refunded: { amount: 77700 } } }]);
  });

  it.each<[string, Order, 'refund' | 'close', string]>([
    ['received', reported(requested, 'RECEIVED'), 'refund', 'refund_in_progress'],
    ['refunded', reported(reported(requested, 'RECEIVED'), 'REFUNDED'), 'close', 'refunded'],
    ['closed', settle(lost, 'close') as Order, 'refund', 'closed'],
    ['unknown', delivered(twoProducts), 'refund', 'unknown_return'],
  ])('is not settled when it is %s', (_, order, settlement, reason) => {
    expect(settle(order, settlement)).toBe(reason);
  });

  it('is closed once', () => {
    const closed = settle(lost, 'close') as Order;
    expect(settle(closed, 'close')).toBe(closed);
  });
});

it('reaches the same status in whichever order reports about its returns arrive, and publishes each step once', () => {
  const steps = [1, 2].flatMap((n) => (['RECEIVED', 'REFUNDED'] as const).map((status) => ({ n, status })));
  const requested = asked(asked(delivered(twoProducts), [line(TENT, 2)], 1), [line(MAT, 1)], 2);
  const shuffled = fc.shuffledSubarray([...steps, ...steps], { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(shuffled, (order) => {
      const facts: string[] = [];
      const end = order.reduce((before, { n, status }) => {
        const after = reported(before, status, n);
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
