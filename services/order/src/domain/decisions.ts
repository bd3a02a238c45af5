import type { ReviewDecision } from '@waypost/contracts';
import { HAPPENED, happens, type OrderDecision, refused } from './decide.ts';
import { isConfirmed, isUndecided, type Order } from './order.ts';

export type ReviewRefusal = 'decided_otherwise' | 'confirmed' | 'cancelled' | 'not_in_review';

/** An operator decides on an order in review, or on one whose review is about to begin. The first decision counts. */
export function decideReview(
  order: Order,
  { at, decision }: { readonly at: string; readonly decision: ReviewDecision },
): OrderDecision<ReviewRefusal> {
  const { review, cancellation, undoing } = order.decisions;
  if (review) return review === decision ? HAPPENED : refused('decided_otherwise');
  if (isConfirmed(order)) return refused('confirmed');
  if (order.status === 'CANCELLED' || cancellation || undoing) return refused('cancelled');
  if (order.status === 'AWAITING_PAYMENT') return refused('not_in_review');
  return happens({ type: 'decided', at, decision: { review: decision } });
}

/**
 * The shopper asks to cancel an order of which nothing has left, as far as is known here; shipping is asked about a confirmed
 * one. One that is being undone already needs no more asking.
 */
export function decideCancellation(order: Order, { at }: { readonly at: string }): OrderDecision<'left'> {
  const { cancellation, recall, undoing } = order.decisions;
  if (order.status === 'CANCELLED' || undoing) return HAPPENED;
  if (isUndecided(order)) {
    return cancellation ? HAPPENED : happens({ type: 'decided', at, decision: { cancellation: 'requested' } });
  }
  if (order.status !== 'CONFIRMED' || recall === 'left') return refused('left');
  return recall ? HAPPENED : happens({ type: 'decided', at, decision: { recall: 'requested' } });
}

/** What shipping said of a confirmed order that its shopper wants to cancel. It knows what has left. */
export function decideRecall(
  order: Order,
  { at, outcome }: { readonly at: string; readonly outcome: 'stopped' | 'left' },
): OrderDecision<never> {
  const { recall, undoing } = order.decisions;
  if (order.status !== 'CONFIRMED' || undoing || recall === 'left') return HAPPENED;
  return happens(
    outcome === 'stopped' ? { type: 'recalled', at } : { type: 'decided', at, decision: { recall: 'left' } },
  );
}

/** What came of the shopper's authentication; the first outcome counts. */
export function decideAuthentication(
  order: Order,
  { at, outcome }: { readonly at: string; readonly outcome: 'authorized' | 'declined' },
): OrderDecision<never> {
  if (!isUndecided(order) || order.decisions.authentication) return HAPPENED;
  return happens({ type: 'decided', at, decision: { authentication: outcome } });
}
