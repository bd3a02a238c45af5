import { decideRecall } from '../../domain/order/decisions.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Orders, OrderWorkflow, Shipping } from '../../ports.ts';
import { changeOrder } from './change-order.ts';

export interface RecallPorts {
  readonly orders: Pick<Orders, 'get' | 'save'>;
  readonly workflow: Pick<OrderWorkflow, 'start'>;
  readonly shipping: Shipping;
  readonly now: string;
}

/**
 * Asks shipping to stop what a confirmed order sends, for its shopper wants to cancel it: if nothing has left, the order is
 * undone from now on, by a drive of its own. Requested again after a crash, shipping answers the same.
 */
export async function recallShipments(
  { orders, workflow, shipping, now: at }: RecallPorts,
  order: Order,
): Promise<'compensating' | 'left'> {
  const outcome = await shipping.stop(order);
  const changed = await changeOrder(orders, order.orderId, (now) => decideRecall(now, { at, outcome }));
  if (changed.outcome === 'rejected' || !changed.order.decisions.compensation) return 'left';
  if (changed.order.status === 'CONFIRMED') await workflow.start(changed.order);
  return 'compensating';
}
