import { describe, expect, it } from 'vitest';
import type { CancelReason } from '@waypost/contracts';
import * as fc from 'fast-check';
import { anOrder, AT, awaitingPayment, cancelled, confirmed, decidedOn, inReview } from '../../../test/build-order.ts';
import { decideCancel, decideConfirm, decideCompensation, mayProceed, type OrderDecision } from './decide.ts';
import { evolve, type Order } from './order.ts';

const shipments = [{ shipmentId: 'shp_1', warehouse: 'north' }] as const;
const drive = { attempt: 1, at: AT };
const confirm = (order: Order, captured = true) => decideConfirm(order, { ...drive, shipments, captured });
const undo = (order: Order, reason: CancelReason = 'internal_error') => decideCompensation(order, { ...drive, reason });
const cancel = (order: Order, reason: CancelReason = 'out_of_stock') => decideCancel(order, { ...drive, reason });
const after = (order: Order, decision: OrderDecision<string>): Order =>
  decision.outcome === 'happens' ? evolve(order, decision.event) : order;
const latest = (orders: readonly Order[]): Order => orders.at(-1) ?? anOrder();
const rejected = (reason: string) => ({ outcome: 'rejected', reason });
const HAPPENED = { outcome: 'happened' };

describe('an order that was placed', () => {
  it('is confirmed with its shipments', () => {
    expect(after(anOrder(), confirm(anOrder()))).toMatchObject({
      status: 'CONFIRMED',
      shipments,
      version: 2,
      changedAt: AT,
      history: [{ status: 'PLACED' }, { status: 'CONFIRMED', at: AT }],
    });
  });

  it('is not confirmed without its money', () => {
    expect(confirm(anOrder(), false)).toEqual(rejected('not_captured'));
  });

  it('is cancelled with the reason', () => {
    expect(after(anOrder(), cancel(anOrder()))).toMatchObject({ status: 'CANCELLED', reason: 'out_of_stock' });
  });

  it('refuses a drive that is older than the one that counts', () => {
    const newer = { ...anOrder(), attempt: 2 };
    for (const decide of [confirm, undo, cancel]) expect(decide(newer)).toEqual(rejected('newer_attempt'));
    expect(mayProceed(newer, 1)).toBe('newer_attempt');
  });
});

describe('an order that its shopper asked to cancel', () => {
  const order = decidedOn({ cancellation: 'requested' });

  it('is not confirmed, though its money is taken', () => {
    expect(confirm(order)).toEqual(rejected('cancel_requested'));
    expect(mayProceed(order, 1)).toBe('cancel_requested');
  });

  it('ends for that reason when a wait runs out', () => {
    for (const reason of ['review_timeout', 'payment_timeout'] as const) {
      expect(after(order, undo(order, reason)).decisions.compensation).toBe('customer_request');
    }
  });
});

describe('an order that an operator rejected, though it needed no review', () => {
  const order = decidedOn({ review: 'reject' });

  it('is not confirmed', () => {
    expect(confirm(order)).toEqual(rejected('review_rejected'));
    expect(mayProceed(order, 1)).toBe('review_rejected');
  });
});

describe('a wait that ran out', () => {
  it('ends the order if there is no decision', () => {
    expect(after(inReview(), undo(inReview(), 'review_timeout')).decisions.compensation).toBe('review_timeout');
    expect(after(awaitingPayment(), undo(awaitingPayment(), 'payment_timeout')).decisions.compensation).toBe(
      'payment_timeout',
    );
  });

  it('counts for nothing, if the decision came in time', () => {
    expect(undo(decidedOn({ review: 'approve' }, inReview()), 'review_timeout')).toEqual(rejected('decided_in_time'));
    const authorized = decidedOn({ authentication: 'authorized' }, awaitingPayment());
    expect(undo(authorized, 'payment_timeout')).toEqual(rejected('decided_in_time'));
  });

  it('ends the order for the reason that came in time', () => {
    const rejectedOrder = decidedOn({ review: 'reject' }, inReview());
    expect(after(rejectedOrder, undo(rejectedOrder, 'review_timeout')).decisions.compensation).toBe('review_rejected');
    const declined = decidedOn({ authentication: 'declined' }, awaitingPayment());
    expect(after(declined, undo(declined, 'payment_timeout')).decisions.compensation).toBe('payment_declined');
  });
});

describe('an order whose undoing began', () => {
  const order = decidedOn({ compensation: 'payment_declined' });

  it('keeps its first reason', () => {
    expect(undo(order, 'internal_error')).toEqual(HAPPENED);
  });

  it('is not confirmed any more', () => {
    expect(confirm(order)).toEqual(rejected('compensating'));
    expect(mayProceed(order, 1)).toBe('compensating');
  });
});

describe('an order that is decided', () => {
  it('changes nothing when it is decided the same again', () => {
    expect(confirm(confirmed())).toEqual(HAPPENED);
    expect(cancel(cancelled())).toEqual(HAPPENED);
  });

  it('refuses to be decided otherwise', () => {
    expect(cancel(confirmed())).toEqual(rejected('confirmed'));
    expect(undo(confirmed())).toEqual(rejected('confirmed'));
    expect(confirm(cancelled())).toEqual(rejected('cancelled'));
    expect(undo(cancelled())).toEqual(rejected('cancelled'));
  });
});

describe('any order', () => {
  it('reaches one decision, and is confirmed only without a compensation, in whichever order requests arrive', () => {
    const asking = fc.constantFrom<(order: Order) => OrderDecision<string>>(
      confirm,
      (order) => undo(order),
      (order) => cancel(order),
    );
    fc.assert(
      fc.property(fc.array(asking, { minLength: 1 }), (all) => {
        const orders = [anOrder()];
        for (const decide of all) orders.push(after(latest(orders), decide(latest(orders))));
        const ends = orders.map(({ status }) => status).filter((status) => status !== 'PLACED');
        expect(new Set(ends).size).toBeLessThanOrEqual(1);
        const { status, decisions } = latest(orders);
        expect(status === 'CONFIRMED' && decisions.compensation).toBeFalsy();
      }),
    );
  });
});
