import { describe, expect, it } from 'vitest';
import {
  anOrder,
  AT,
  awaitingPayment,
  cancelled,
  confirmed,
  decidedOn,
  inReview,
  orderThatIs,
} from '../../../test/build-order.ts';
import { decideAuthentication, decideCancellation, decideRecall, decideReview } from './decisions.ts';
import { evolve, type Order } from './order.ts';

const approve = (order: Order) => decideReview(order, { at: AT, decision: 'approve' });
const cancel = (order: Order) => decideCancellation(order, { at: AT });
const authenticate = (order: Order, outcome: 'authorized' | 'declined' = 'authorized') =>
  decideAuthentication(order, { at: AT, outcome });
const happens = (decision: object) => ({ outcome: 'happens', event: { type: 'decided', at: AT, decision } });
const rejected = (reason: string) => ({ outcome: 'rejected', reason });
const HAPPENED = { outcome: 'happened' };

describe('an operator', () => {
  it.each([
    ['in review', inReview()],
    ['whose review is about to begin', anOrder()],
  ])('decides on an order %s', (_, order) => {
    expect(approve(order)).toEqual(happens({ review: 'approve' }));
  });

  it('decides the same twice, and it counts once', () => {
    expect(approve(decidedOn({ review: 'approve' }, inReview()))).toEqual(HAPPENED);
    expect(approve(decidedOn({ review: 'approve' }, confirmed()))).toEqual(HAPPENED);
  });

  it.each([
    ['a different decision was recorded', decidedOn({ review: 'reject' }, inReview()), 'decided_otherwise'],
    ['it is confirmed', confirmed(), 'confirmed'],
    ['it is cancelled', cancelled(), 'cancelled'],
    ['its shopper asked to cancel it', decidedOn({ cancellation: 'requested' }, inReview()), 'cancelled'],
    ['its time ran out', decidedOn({ compensation: 'review_timeout' }, inReview()), 'cancelled'],
    ['it waits for its payment and never was in review', awaitingPayment(), 'not_in_review'],
  ])('is rejected when %s', (_, order, reason) => {
    expect(approve(order)).toEqual(rejected(reason));
  });
});

describe('a shopper', () => {
  it.each([anOrder(), inReview(), awaitingPayment()])('asks to cancel an order that is $status', (order) => {
    expect(cancel(order)).toEqual(happens({ cancellation: 'requested' }));
  });

  it.each([
    ['asked already', decidedOn({ cancellation: 'requested' })],
    ['has an order that is being undone', decidedOn({ compensation: 'out_of_stock' })],
    ['has an order that is cancelled', cancelled()],
  ])('who %s needs not ask again', (_, order) => {
    expect(cancel(order)).toEqual(HAPPENED);
  });

  it('asks to cancel a confirmed order too, once: shipping knows whether something has left', () => {
    expect(cancel(confirmed())).toEqual(happens({ recall: 'requested' }));
    expect(cancel(decidedOn({ recall: 'requested' }, confirmed()))).toEqual(HAPPENED);
  });

  it.each([
    ['left', decidedOn({ recall: 'left' }, confirmed())],
    ['was shipped', orderThatIs({ status: 'SHIPPED', shipments: [] })],
    ['is completed', orderThatIs({ status: 'COMPLETED', shipments: [] })],
  ])('comes too late for an order that %s', (_, order) => {
    expect(cancel(order)).toEqual(rejected('left'));
  });
});

describe('what shipping says of a confirmed order that its shopper wants to cancel', () => {
  const asked = decidedOn({ recall: 'requested' }, confirmed());
  const say = (order: Order, outcome: 'stopped' | 'left') => decideRecall(order, { at: AT, outcome });

  it('is why it is undone, by the next attempt, or why it is not', () => {
    expect(say(asked, 'stopped')).toEqual({ outcome: 'happens', event: { type: 'recalled', at: AT } });
    expect(evolve(asked, { type: 'recalled', at: AT })).toMatchObject({
      status: 'CONFIRMED',
      attempt: 2,
      decisions: { compensation: 'customer_request' },
    });
    expect(say(asked, 'left')).toEqual(happens({ recall: 'left' }));
  });

  it.each([
    ['it is being undone', decidedOn({ compensation: 'customer_request' }, asked)],
    ['it was shipped', orderThatIs({ status: 'SHIPPED', shipments: [] }, asked)],
    ['it is cancelled', cancelled(asked)],
  ])('changes nothing once %s', (_, order) => {
    for (const outcome of ['stopped', 'left'] as const) expect(say(order, outcome)).toEqual(HAPPENED);
  });
});

describe('an authentication', () => {
  it.each(['authorized', 'declined'] as const)(
    'that ended %s is recorded, before and during the wait for it',
    (outcome) => {
      for (const order of [anOrder(), awaitingPayment()]) {
        expect(authenticate(order, outcome)).toEqual(happens({ authentication: outcome }));
      }
    },
  );

  it('counts once, and not for an order that is decided', () => {
    expect(authenticate(decidedOn({ authentication: 'authorized' }, awaitingPayment()), 'declined')).toEqual(HAPPENED);
    for (const order of [confirmed(), cancelled()]) expect(authenticate(order)).toEqual(HAPPENED);
  });
});
