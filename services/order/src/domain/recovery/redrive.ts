import { isUnfinished, type Order, type OrderEvent } from '../order/order.ts';

/** State of the execution of an order's attempt. */
export type ExecutionState = 'never_started' | 'running' | 'over';

/** Maximum number of attempts before an operator has to resume the order. */
export const MAX_ATTEMPTS = 5;

/** Action on a pending order. */
export type RedriveDecision =
  | { readonly do: 'nothing'; readonly reason: 'decided' | 'running' | 'parked' }
  /** A shopper requested the cancellation of a confirmed order, and no result of the recall was recorded. */
  | { readonly do: 'recall'; readonly onFailure?: OrderEvent }
  /** The execution of this attempt was never started, or its event was lost. */
  | { readonly do: 'start' }
  /** The execution ended without a decision: the next attempt is recorded, then started. */
  | { readonly do: 'raise'; readonly event: OrderEvent }
  | { readonly do: 'park'; readonly event: OrderEvent; readonly reason: string };

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
  const isSweep = by === 'sweeper';
  const park = (reason: string) => ({ do: 'park', event: { type: 'parked', at }, reason }) as const;
  if (order.decisions.recall === 'requested' && !order.decisions.compensation) {
    if (!isSweep) return { do: 'recall' };
    if (order.parked) return { do: 'nothing', reason: 'parked' };
    if ((order.recallAttempts ?? 0) >= MAX_ATTEMPTS) return park(`Not recalled after ${MAX_ATTEMPTS} attempts`);
    return { do: 'recall', onFailure: { type: 'recall_failed', at } };
  }
  if (execution === 'running') return { do: 'nothing', reason: 'running' };
  if (order.parked && isSweep) return { do: 'nothing', reason: 'parked' };
  if (execution === 'never_started') return { do: 'start' };
  if (isSweep && order.attempt >= MAX_ATTEMPTS) return park(`Not decided after ${order.attempt} attempts`);
  return { do: 'raise', event: { type: 'redriven', at } };
}
