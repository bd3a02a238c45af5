import type { OrderId } from '@waypost/contracts';
import type { OrderDecision } from '../../domain/order/decide.ts';
import type { Order } from '../../domain/order/order.ts';
import { taskToComplete } from '../../domain/order/waiting.ts';
import type { Orders, OrderWorkflow } from '../../ports.ts';
import { changeOrder, type Changed } from './change-order.ts';

interface Ports {
  readonly orders: Pick<Orders, 'get' | 'save'>;
  readonly workflow: Pick<OrderWorkflow, 'complete'>;
}

/**
 * Records the decision of an operator, a shopper or the payment provider, then completes the task that waits for it. If
 * the second step fails, a repeated request or the sweeper completes the task.
 */
export async function recordDecision<Rejection extends string>(
  { orders, workflow }: Ports,
  orderId: OrderId,
  decide: (order: Order) => OrderDecision<Rejection>,
): Promise<Changed<Rejection>> {
  const changed = await changeOrder(orders, orderId, decide);
  const task = changed.outcome === 'happened' ? taskToComplete(changed.order) : undefined;
  if (task) await workflow.complete(task.taskToken, task.answer);
  return changed;
}
