import { describe, expect, it } from '@jest/globals';
import { anOrder, AT, awaitingPayment, cancelled, confirmed, decidedOn, inReview } from '../../test/build-order.ts';
import { decideAuthentication, decideCancellation, decideReview } from './decisions.ts';
import type { Order } from './order.ts';

const approve = (order: Order) => decideReview(order, { at: AT, decision: 'approve' });
const cancel = (order: Order) => decideCancellation(order, { at: AT });
const authenticate = (order: Order, outcome: 'authorized' | 'declined' = 'authorized') =>
  decideAuthentication(order, { at: AT, outcome });
const happens = (decision: object) => ({ outcome: 'happens', event: { type: 'decided', at: AT, decision } });
const refused = (because: string) => ({ outcome: 'refused', because });
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
    ['somebody decided otherwise', decidedOn({ review: 'reject' }, inReview()), 'decided_otherwise'],
    ['it is confirmed', confirmed(), 'confirmed'],
    ['it is cancelled', cancelled(), 'cancelled'],
    ['its shopper asked to cancel it', decidedOn({ cancellation: 'requested' }, inReview()), 'cancelled'],
    ['its time ran out', decidedOn({ undoing: 'review_timeout' }, inReview()), 'cancelled'],
    ['it waits for its payment and never was in review', awaitingPayment(), 'not_in_review'],
  ])('is told when %s', (_, order, because) => {
    expect(approve(order)).toEqual(refused(because));
  });
});

describe('a shopper', () => {
  it.each([anOrder(), inReview(), awaitingPayment()])('asks to cancel an order that is $status', (order) => {
    expect(cancel(order)).toEqual(happens({ cancellation: 'requested' }));
  });

  it.each([
    ['asked already', decidedOn({ cancellation: 'requested' })],
    ['has an order that is being undone', decidedOn({ undoing: 'out_of_stock' })],
    ['has an order that is cancelled', cancelled()],
  ])('who %s needs not ask again', (_, order) => {
    expect(cancel(order)).toEqual(HAPPENED);
  });

  it('comes too late for an order that is confirmed', () => {
    expect(cancel(confirmed())).toEqual(refused('confirmed'));
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
