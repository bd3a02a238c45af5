import { GetOrder, OrderId } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { orderTable } from '../adapters/order-table.ts';
import { showOrder } from '../app/show-order.ts';

/** How many seconds to wait before looking again at an order that is moving. */
const LOOK_AGAIN = '1';

export const handler = httpFunction(GetOrder, async ({ parameters, shopperId }, context) => {
  const orderId = OrderId.safeParse(parameters.id).data;
  const order = orderId && (await showOrder({ orders: orderTable(context) }, orderId, shopperId));
  if (!order) throw new ProblemError('not-found', `You have no order ${parameters.id}.`);
  return { body: order, ...(order.status === 'PLACED' && { headers: { 'retry-after': LOOK_AGAIN } }) };
});
