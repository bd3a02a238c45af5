import type { ReviewReason } from '@waypost/contracts';
import { isPending, type Order, type OrderEvent } from './order.ts';
import type { Drive } from './decide.ts';

/** What a waiting task of the workflow is told. */
export type WaitAnswer = 'approved' | 'review_rejected' | 'authorized' | 'declined' | 'cancel_requested' | 'superseded';

/** What a workflow waits for, and how it is told: by a task token. */
export type Wait = Drive & { readonly taskToken: string } & (
    | { readonly for: 'review'; readonly reason: readonly ReviewReason[] }
    | { readonly for: 'payment'; readonly nextActionUrl: string }
  );

/** Waits, which is written, or answers at once: the decision may have come first. */
export type WaitDecision =
  { readonly do: 'wait'; readonly event: OrderEvent } | { readonly do: 'answer'; readonly answer: WaitAnswer };

export function decideWait(order: Order, wait: Wait): WaitDecision {
  const answer = wait.attempt < order.attempt ? 'superseded' : answerFor(order, wait.for);
  if (answer) return { do: 'answer', answer };
  const { at, taskToken } = wait;
  return wait.for === 'review'
    ? { do: 'wait', event: { type: 'moved', at, to: { status: 'IN_REVIEW', reason: wait.reason, taskToken } } }
    : {
        do: 'wait',
        event: { type: 'moved', at, to: { status: 'AWAITING_PAYMENT', nextActionUrl: wait.nextActionUrl, taskToken } },
      };
}

/** The task that waits for what was decided, if one does: whoever recorded a decision tells it then. */
export function taskToTell(order: Order): { readonly taskToken: string; readonly answer: WaitAnswer } | undefined {
  if (order.status !== 'IN_REVIEW' && order.status !== 'AWAITING_PAYMENT') return undefined;
  const answer = answerFor(order, order.status === 'IN_REVIEW' ? 'review' : 'payment');
  return answer && { taskToken: order.taskToken, answer };
}

function answerFor(order: Order, what: Wait['for']): WaitAnswer | undefined {
  const { cancellation, compensation, review, authentication } = order.decisions;
  if (!isPending(order)) return 'superseded';
  if (cancellation || compensation) return 'cancel_requested';
  // Also of an order that needed no review: somebody rejected it before it went on.
  if (review === 'reject') return 'review_rejected';
  return what === 'payment' ? authentication : review && 'approved';
}
