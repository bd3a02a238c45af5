import { describe, expect, it } from 'vitest';
import { anOrder, AT, awaitingPayment, cancelled, decidedOn, inReview } from '../../../test/build-order.ts';
import { evolve, type Order } from './order.ts';
import { decideWait, taskToComplete } from './waiting.ts';

const forReview = { for: 'review', attempt: 1, at: AT, taskToken: 'new', reason: ['large_total'] } as const;
const forPayment = {
  for: 'payment',
  attempt: 1,
  at: AT,
  taskToken: 'new',
  nextActionUrl: 'https://pay.example/authenticate',
} as const;
const answer = (published: string) => ({ do: 'answer', answer: published });

describe('an order on which nothing is decided', () => {
  it('waits for its review, and for its payment', () => {
    const decision = decideWait(anOrder(), forReview);
    expect(decision.do === 'wait' && evolve(anOrder(), decision.event)).toMatchObject({
      status: 'IN_REVIEW',
      reason: ['large_total'],
      taskToken: 'new',
    });
    expect(decideWait(inReview(), forPayment)).toMatchObject({
      do: 'wait',
      event: { to: { status: 'AWAITING_PAYMENT' } },
    });
  });

  it('waits by the newest token, when the task is begun again', () => {
    const decision = decideWait(inReview(), forReview);
    const again = decision.do === 'wait' ? evolve(inReview(), decision.event) : undefined;
    expect(again).toMatchObject({ status: 'IN_REVIEW', taskToken: 'new' });
    expect(again?.history).toEqual(inReview().history);
  });

  it('has nothing to tell', () => {
    for (const order of [anOrder(), inReview(), awaitingPayment()]) expect(taskToComplete(order)).toBeUndefined();
  });
});

describe('a decision that came before the wait', () => {
  it.each<[Parameters<typeof decidedOn>[0], Parameters<typeof decideWait>[1], string]>([
    [{ review: 'approve' }, forReview, 'approved'],
    [{ review: 'reject' }, forReview, 'review_rejected'],
    [{ cancellation: 'requested' }, forReview, 'cancel_requested'],
    [{ cancellation: 'requested', review: 'approve' }, forReview, 'cancel_requested'],
    [{ authentication: 'authorized' }, forPayment, 'authorized'],
    [{ authentication: 'declined' }, forPayment, 'declined'],
    [{ cancellation: 'requested' }, forPayment, 'cancel_requested'],
    [{ review: 'reject' }, forPayment, 'review_rejected'],
    [{ compensation: 'internal_error' }, forPayment, 'cancel_requested'],
  ])('(%j) answers it at once', (decision, wait, published) => {
    expect(decideWait(decidedOn(decision), wait)).toEqual(answer(published));
  });

  it('answers a wait of an older drive, or of an order that is decided, that it is superseded', () => {
    expect(decideWait({ ...anOrder(), attempt: 2 }, forReview)).toEqual(answer('superseded'));
    expect(decideWait(cancelled(), forReview)).toEqual(answer('superseded'));
  });
});

describe('a decision that comes during the wait', () => {
  it.each<[Order, string, string]>([
    [decidedOn({ review: 'approve' }, inReview()), 'review-token', 'approved'],
    [decidedOn({ cancellation: 'requested' }, inReview()), 'review-token', 'cancel_requested'],
    [decidedOn({ authentication: 'declined' }, awaitingPayment()), 'payment-token', 'declined'],
    [decidedOn({ cancellation: 'requested' }, awaitingPayment()), 'payment-token', 'cancel_requested'],
  ])('completes the waiting task', (order, taskToken, published) => {
    expect(taskToComplete(order)).toEqual({ taskToken, answer: published });
  });
});
