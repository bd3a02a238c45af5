import type { OrderId } from '@waypost/contracts';
import type { OrderDecision } from '../../domain/order/decide.ts';
import type { Order } from '../../domain/order/order.ts';
import { taskToTell } from '../../domain/order/waiting.ts';
import type { Orders, OrderWorkflow } from '../../ports.ts';
import { changeOrder, type Changed } from './change-order.ts';

interface Ports {
  readonly orders: Pick<Orders, 'get' | 'save'>;
  readonly workflow: Pick<OrderWorkflow, 'tell'>;
}

/**
 * Records what an operator, a shopper or the payment provider decided, and only then tells the task that waits for it. Asked
 * again after a crash in between, it tells again; should nobody ask, the sweeper does.
 */
export async function recordDecision<Refusal extends string>(
  { orders, workflow }: Ports,
  orderId: OrderId,
  decide: (order: Order) => OrderDecision<Refusal>,
): Promise<Changed<Refusal>> {
  const changed = await changeOrder(orders, orderId, decide);
  const task = changed.outcome === 'happened' ? taskToTell(changed.order) : undefined;
  if (task) await workflow.tell(task.taskToken, task.answer);
  return changed;
}
