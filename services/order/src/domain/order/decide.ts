import type { CancelReason } from '@waypost/contracts';
import { isConfirmed, isPending, type Order, type OrderEvent, type OrderShipment } from './order.ts';

/** Result of a decision: an event, nothing because it happened before, or a rejection. */
export type OrderDecision<Rejection extends string> =
  | { readonly outcome: 'happens'; readonly event: OrderEvent }
  | { readonly outcome: 'happened' }
  | { readonly outcome: 'rejected'; readonly reason: Rejection };

export const happens = (event: OrderEvent): { readonly outcome: 'happens'; readonly event: OrderEvent } => ({
  outcome: 'happens',
  event,
});
export const HAPPENED = { outcome: 'happened' } as const;
export const rejected = <Rejection extends string>(reason: Rejection) => ({ outcome: 'rejected', reason }) as const;

/** Attempt of the workflow that makes a request, and the time. */
export interface Drive {
  readonly attempt: number;
  readonly at: string;
}

export type ConfirmRejection =
  'newer_attempt' | 'cancelled' | 'compensating' | 'cancel_requested' | 'review_rejected' | 'not_captured';

/** An order is confirmed once its money is taken, unless its shopper asked to cancel it, an operator rejected it or its undoing began. */
export function decideConfirm(
  order: Order,
  { attempt, at, shipments, captured }: Drive & { shipments: readonly OrderShipment[]; captured: boolean },
): OrderDecision<ConfirmRejection> {
  if (attempt < order.attempt) return rejected('newer_attempt');
  if (isConfirmed(order)) return HAPPENED;
  if (order.status === 'CANCELLED') return rejected('cancelled');
  if (order.decisions.compensation) return rejected('compensating');
  if (order.decisions.cancellation) return rejected('cancel_requested');
  if (order.decisions.review === 'reject') return rejected('review_rejected');
  if (!captured) return rejected('not_captured');
  return happens({ type: 'moved', at, to: { status: 'CONFIRMED', shipments } });
}

export type ProceedRejection = Exclude<ConfirmRejection, 'not_captured'> | 'confirmed';

/** Checks that an order is neither decided nor about to be compensated. Nothing is written. */
export function mayProceed(order: Order, attempt: number): 'go_on' | ProceedRejection {
  if (attempt < order.attempt) return 'newer_attempt';
  if (order.status === 'CANCELLED') return 'cancelled';
  if (isConfirmed(order)) return 'confirmed';
  if (order.decisions.compensation) return 'compensating';
  if (order.decisions.cancellation) return 'cancel_requested';
  return order.decisions.review === 'reject' ? 'review_rejected' : 'go_on';
}

/** `decided_in_time`: a wait ran out, but the decision that it waited for is recorded, so the order goes on. */
export type CompensationRejection = 'newer_attempt' | 'confirmed' | 'cancelled' | 'decided_in_time';

/** Records why an order ends, before anything is undone. A decision that came in time outweighs the wait that ran out. */
export function decideCompensation(
  order: Order,
  { attempt, at, reason }: Drive & { readonly reason: CancelReason },
): OrderDecision<CompensationRejection> {
  if (attempt < order.attempt) return rejected('newer_attempt');
  if (order.status === 'CANCELLED') return rejected('cancelled');
  if (order.decisions.compensation) return HAPPENED;
  if (isConfirmed(order)) return rejected('confirmed');
  const compensation = reasonOf(order, reason);
  return compensation === 'decided_in_time'
    ? rejected(compensation)
    : happens({ type: 'decided', at, decision: { compensation } });
}

function reasonOf({ decisions }: Order, reason: CancelReason): CancelReason | 'decided_in_time' {
  if (reason !== 'review_timeout' && reason !== 'payment_timeout') return reason;
  if (decisions.cancellation) return 'customer_request';
  if (reason === 'review_timeout') {
    if (decisions.review === 'approve') return 'decided_in_time';
    return decisions.review === 'reject' ? 'review_rejected' : reason;
  }
  if (decisions.authentication === 'authorized') return 'decided_in_time';
  return decisions.authentication === 'declined' ? 'payment_declined' : reason;
}

/** Ends an order without goods, once all that was done for it is undone. */
export function decideCancel(
  order: Order,
  { attempt, at, reason }: Drive & { readonly reason: CancelReason },
): OrderDecision<'newer_attempt' | 'confirmed'> {
  if (attempt < order.attempt) return rejected('newer_attempt');
  if (order.status === 'CANCELLED') return HAPPENED;
  return isPending(order) || order.decisions.compensation
    ? happens({ type: 'moved', at, to: { status: 'CANCELLED', reason } })
    : rejected('confirmed');
}
