import { GetOrder, OrderId, type OrderStatus } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { showOrder } from '../../app/order/show-order.ts';

/** Seconds until the next poll (`Retry-After`) by status. Orders that wait for a person change rarely. */
const LOOK_AGAIN: Readonly<Partial<Record<OrderStatus, string>>> = {
  PLACED: '1',
  IN_REVIEW: '3',
  AWAITING_PAYMENT: '2',
  CONFIRMED: '2',
  SHIPPED: '5',
  DELIVERED: '2',
};

export const handler = httpFunction(GetOrder, async ({ parameters, shopperId }, context) => {
  const orderId = OrderId.safeParse(parameters.id).data;
  const order = orderId && (await showOrder({ orders: orderTable(context) }, orderId, shopperId));
  if (!order) throw new ProblemError('not-found', `The order ${parameters.id} doesn't exist.`);
  const lookAgain = LOOK_AGAIN[order.status];
  return { body: order, ...(lookAgain && { headers: { 'retry-after': lookAgain } }) };
});
