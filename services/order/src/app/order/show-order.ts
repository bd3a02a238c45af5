import type { Order as OrderView, OrderId, ShopperId } from '@waypost/contracts';
import { isConfirmed, type Order } from '../../domain/order/order.ts';
import { type Return, returnableUntil } from '../../domain/return/return.ts';
import type { Orders } from '../../ports.ts';

/** Returns a shopper's own order. Another shopper's order is treated as unknown. */
export async function showOrder(
  { orders }: { readonly orders: Pick<Orders, 'get'> },
  orderId: OrderId,
  shopperId: ShopperId,
): Promise<OrderView | undefined> {
  const order = await orders.get(orderId);
  return order?.shopperId === shopperId ? viewOf(order) : undefined;
}

function viewOf(order: Order): OrderView {
  const { orderId, status, lines, total, shippingAddress, history } = order;
  const until = returnableUntil(order);
  const cancellation = cancellationOf(order);
  return {
    orderId,
    status,
    ...(order.status === 'CANCELLED' && { reason: order.reason }),
    ...(cancellation && { cancellation }),
    lines: [...lines],
    total,
    shippingAddress,
    history: [...history],
    shipments: isConfirmed(order) ? [...order.shipments] : [],
    payment: paymentOf(order),
    returns: (order.returns ?? []).map(returnOf),
    ...(until !== undefined && { returnableUntil: until }),
  };
}

function cancellationOf({ status, decisions: { cancellation, recall } }: Order): OrderView['cancellation'] {
  if (status === 'CANCELLED' || !(cancellation || recall)) return undefined;
  // A parcel may have left before shipping was asked, which then has nothing to say.
  return recall === 'left' || (recall && status !== 'CONFIRMED') ? 'too_late' : 'requested';
}

function returnOf({ returnId, status, lines, refund, refunded, history }: Return): OrderView['returns'][number] {
  return { returnId, status, lines: [...lines], refund, ...(refunded && { refunded }), history: [...history] };
}

function paymentOf(order: Order): OrderView['payment'] {
  switch (order.status) {
    case 'PLACED':
    case 'IN_REVIEW':
      return { status: 'pending' };
    case 'AWAITING_PAYMENT':
      // No redirect after the payment was authenticated or a cancellation was requested.
      return order.decisions.authentication || order.decisions.cancellation || order.decisions.compensation
        ? { status: 'pending' }
        : { status: 'authentication_required', nextActionUrl: order.nextActionUrl };
    case 'CONFIRMED':
    case 'SHIPPED':
    case 'DELIVERED':
    case 'COMPLETED':
      return { status: order.settledAt ? 'settled' : 'captured' };
    case 'RETURNED':
      return { status: 'refunded' };
    case 'CANCELLED':
      return { status: order.history.some(({ status }) => status === 'CONFIRMED') ? 'refunded' : 'not_charged' };
  }
}
