import { type DomainEvent, OrderCancelled, OrderConfirmed, OrderPlaced } from '@waypost/contracts';
import type { Order } from './order.ts';

/** What an order tells the rest of the shop when it came to where it stands; never an address or a payment method. */
export function factOf(order: Order): DomainEvent {
  const { orderId, shopperId, total } = order;
  const facts = { orderId, shopperId, total, lines: [...order.lines] };
  switch (order.status) {
    case 'PLACED':
      return OrderPlaced.build(orderId, facts);
    case 'CONFIRMED':
      return OrderConfirmed.build(orderId, facts);
    case 'CANCELLED':
      return OrderCancelled.build(orderId, { ...facts, reason: order.reason });
  }
}
