import {
  type DomainEvent,
  OrderCancelled,
  OrderCompleted,
  OrderConfirmed,
  OrderDelivered,
  OrderPlaced,
  OrderReviewRequested,
  OrderShipped,
} from '@waypost/contracts';
import type { Order } from './order.ts';

/** Events between two states of an order: one per new status. They never contain an address or a payment method. */
export function factsOf(before: Order | undefined, order: Order): readonly DomainEvent[] {
  const { orderId, shopperId, total } = order;
  const facts = { orderId, shopperId, total, lines: [...order.lines] };
  return order.history.slice(before?.history.length ?? 0).flatMap(({ status }): readonly DomainEvent[] => {
    switch (status) {
      case 'PLACED':
        return [OrderPlaced.build(orderId, facts)];
      case 'IN_REVIEW':
        return order.status === status
          ? [OrderReviewRequested.build(orderId, { ...facts, reason: [...order.reason] })]
          : [];
      case 'CONFIRMED':
        return [OrderConfirmed.build(orderId, facts)];
      case 'SHIPPED':
        return [OrderShipped.build(orderId, facts)];
      case 'DELIVERED':
        return [OrderDelivered.build(orderId, facts)];
      case 'COMPLETED':
        return [OrderCompleted.build(orderId, facts)];
      case 'CANCELLED':
        return order.status === status ? [OrderCancelled.build(orderId, { ...facts, reason: order.reason })] : [];
      case 'AWAITING_PAYMENT':
      case 'RETURNED':
        return [];
    }
  });
}
