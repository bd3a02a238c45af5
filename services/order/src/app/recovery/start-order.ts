import type { OrderId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import type { Orders, OrderWorkflow } from '../../ports.ts';

interface Ports {
  readonly orders: Pick<Orders, 'get'>;
  readonly workflow: Pick<OrderWorkflow, 'start'>;
}

/** Starts the workflow of a pending order. A duplicate or late event starts nothing twice. */
export async function startOrder(
  { orders, workflow }: Ports,
  orderId: OrderId,
): Promise<'started' | 'started_before' | 'decided'> {
  const order = await orders.get(orderId);
  if (!order) throw new PermanentError(`There is no order ${orderId}`);
  return order.status === 'PLACED' ? workflow.start(order) : 'decided';
}
