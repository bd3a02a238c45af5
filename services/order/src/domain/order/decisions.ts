import type { ReviewDecision } from '@waypost/contracts';
import { HAPPENED, happens, type OrderDecision, rejected } from './decide.ts';
import { isConfirmed, isPending, type Order } from './order.ts';

export type ReviewRejection = 'decided_otherwise' | 'confirmed' | 'cancelled' | 'not_in_review';

/** An operator decides on an order in review, or on one whose review is about to begin. The first decision counts. */
export function decideReview(
  order: Order,
  { at, decision }: { readonly at: string; readonly decision: ReviewDecision },
): OrderDecision<ReviewRejection> {
  const { review, cancellation, compensation } = order.decisions;
  if (review) return review === decision ? HAPPENED : rejected('decided_otherwise');
  if (isConfirmed(order)) return rejected('confirmed');
  if (order.status === 'CANCELLED' || cancellation || compensation) return rejected('cancelled');
  if (order.status === 'AWAITING_PAYMENT') return rejected('not_in_review');
  return happens({ type: 'decided', at, decision: { review: decision } });
}

/**
 * A shopper requests the cancellation of an order that is not shipped as far as this service knows; shipping decides
 * for a confirmed order. An order whose compensation began needs no other request.
 */
export function decideCancellation(order: Order, { at }: { readonly at: string }): OrderDecision<'left'> {
  const { cancellation, recall, compensation } = order.decisions;
  if (order.status === 'CANCELLED' || compensation) return HAPPENED;
  if (isPending(order)) {
    return cancellation ? HAPPENED : happens({ type: 'decided', at, decision: { cancellation: 'requested' } });
  }
  if (order.status !== 'CONFIRMED' || recall === 'left') return rejected('left');
  return recall ? HAPPENED : happens({ type: 'decided', at, decision: { recall: 'requested' } });
}

/** Records shipping's answer about a confirmed order whose cancellation was requested. */
export function decideRecall(
  order: Order,
  { at, outcome }: { readonly at: string; readonly outcome: 'stopped' | 'left' },
): OrderDecision<never> {
  const { recall, compensation } = order.decisions;
  if (order.status !== 'CONFIRMED' || compensation || recall === 'left') return HAPPENED;
  return happens(
    outcome === 'stopped' ? { type: 'recalled', at } : { type: 'decided', at, decision: { recall: 'left' } },
  );
}

/** Records the outcome of the shopper's authentication. The first outcome counts. */
export function decideAuthentication(
  order: Order,
  { at, outcome }: { readonly at: string; readonly outcome: 'authorized' | 'declined' },
): OrderDecision<never> {
  if (!isPending(order) || order.decisions.authentication) return HAPPENED;
  return happens({ type: 'decided', at, decision: { authentication: outcome } });
}
