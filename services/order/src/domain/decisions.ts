import type { ReviewDecision } from '@waypost/contracts';
import { HAPPENED, happens, type OrderDecision, refused } from './decide.ts';
import type { Order } from './order.ts';

export type ReviewRefusal = 'decided_otherwise' | 'confirmed' | 'cancelled' | 'not_in_review';

/** An operator decides on an order in review, or on one whose review is about to begin. The first decision counts. */
export function decideReview(
  order: Order,
  { at, decision }: { readonly at: string; readonly decision: ReviewDecision },
): OrderDecision<ReviewRefusal> {
  const { review, cancellation, undoing } = order.decisions;
  if (review) return review === decision ? HAPPENED : refused('decided_otherwise');
  if (order.status === 'CONFIRMED') return refused('confirmed');
  if (order.status === 'CANCELLED' || cancellation || undoing) return refused('cancelled');
  if (order.status === 'AWAITING_PAYMENT') return refused('not_in_review');
  return happens({ type: 'decided', at, decision: { review: decision } });
}

/** The shopper asks to cancel an order that isn't confirmed yet. One that is being undone already needs no more asking. */
export function decideCancellation(order: Order, { at }: { readonly at: string }): OrderDecision<'confirmed'> {
  if (order.status === 'CONFIRMED') return refused('confirmed');
  const { cancellation, undoing } = order.decisions;
  if (order.status === 'CANCELLED' || cancellation || undoing) return HAPPENED;
  return happens({ type: 'decided', at, decision: { cancellation: 'requested' } });
}

/** What came of the shopper's authentication; the first outcome counts. */
export function decideAuthentication(
  order: Order,
  { at, outcome }: { readonly at: string; readonly outcome: 'authorized' | 'declined' },
): OrderDecision<never> {
  const isOver = order.status === 'CONFIRMED' || order.status === 'CANCELLED';
  if (isOver || order.decisions.authentication) return HAPPENED;
  return happens({ type: 'decided', at, decision: { authentication: outcome } });
}
