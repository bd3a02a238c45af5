import type { ReviewReason } from '@waypost/contracts';
import { isPending, type Order, type OrderEvent } from './order.ts';
import type { Drive } from './decide.ts';

/** Result that a waiting task of the workflow is completed with. */
export type WaitAnswer = 'approved' | 'review_rejected' | 'authorized' | 'declined' | 'cancel_requested' | 'superseded';

/** A wait of the workflow. It ends when its task token is completed. */
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

/** Task that waits for a recorded decision, if there is one. The caller completes it. */
export function taskToComplete(order: Order): { readonly taskToken: string; readonly answer: WaitAnswer } | undefined {
  if (order.status !== 'IN_REVIEW' && order.status !== 'AWAITING_PAYMENT') return undefined;
  const answer = answerFor(order, order.status === 'IN_REVIEW' ? 'review' : 'payment');
  return answer && { taskToken: order.taskToken, answer };
}

function answerFor(order: Order, what: Wait['for']): WaitAnswer | undefined {
  const { cancellation, compensation, review, authentication } = order.decisions;
  if (!isPending(order)) return 'superseded';
  if (cancellation || compensation) return 'cancel_requested';
  // An operator may reject an order before its workflow decided whether it needs a review.
  if (review === 'reject') return 'review_rejected';
  return what === 'payment' ? authentication : review && 'approved';
}
