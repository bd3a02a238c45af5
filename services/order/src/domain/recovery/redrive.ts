import { isUnfinished, type Order, type OrderEvent } from '../order/order.ts';

/** State of the execution of an order's attempt. */
export type ExecutionState = 'never_started' | 'running' | 'over';

/** Maximum number of attempts before an operator has to resume the order. */
export const MAX_ATTEMPTS = 5;

/** Action on a pending order. */
export type RedriveDecision =
  | { readonly do: 'nothing'; readonly reason: 'decided' | 'running' | 'parked' }
  /** Its shopper wants to cancel it after it was confirmed, and shipping's answer was never recorded. */
  | { readonly do: 'ask_shipping' }
  /** Its drive never began, or its event was lost: this attempt is started. */
  | { readonly do: 'start' }
  /** Its drive ended without a decision: the next attempt is written, then started. */
  | { readonly do: 'raise'; readonly event: OrderEvent }
  | { readonly do: 'park'; readonly event: OrderEvent };

/** Starts the next attempt, or parks an order with too many. An operator may always start another. */
export function decideRedrive(
  order: Order,
  {
    execution,
    by,
    at,
  }: { readonly execution: ExecutionState; readonly by: 'sweeper' | 'operator'; readonly at: string },
): RedriveDecision {
  if (!isUnfinished(order)) return { do: 'nothing', reason: 'decided' };
  if (order.decisions.recall === 'requested' && !order.decisions.compensation) return { do: 'ask_shipping' };
  if (execution === 'running') return { do: 'nothing', reason: 'running' };
  if (order.parked && by === 'sweeper') return { do: 'nothing', reason: 'parked' };
  if (execution === 'never_started') return { do: 'start' };
  if (by === 'sweeper' && order.attempt >= MAX_ATTEMPTS) return { do: 'park', event: { type: 'parked', at } };
  return { do: 'raise', event: { type: 'redriven', at } };
}
