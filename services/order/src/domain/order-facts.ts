import {
  type DomainEvent,
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  OrderReviewRequested,
} from '@waypost/contracts';
import type { Order, OrderEvent } from './order.ts';

/**
 * What an event tells the rest of the shop, given the order after it; never an address or a payment method. What only the
 * order's own workflow has to know is told nobody else.
 */
export function factsOf(order: Order, event: OrderEvent): readonly DomainEvent[] {
  if (event.type !== 'placed' && !isNews(order, event)) return [];
  const { orderId, shopperId, total } = order;
  const facts = { orderId, shopperId, total, lines: [...order.lines] };
  switch (order.status) {
    case 'PLACED':
      return [OrderPlaced.build(orderId, facts)];
    case 'IN_REVIEW':
      return [OrderReviewRequested.build(orderId, { ...facts, because: [...order.because] })];
    case 'AWAITING_PAYMENT':
      return [];
    case 'CONFIRMED':
      return [OrderConfirmed.build(orderId, facts)];
    case 'CANCELLED':
      return [OrderCancelled.build(orderId, { ...facts, reason: order.reason })];
  }
}

/** A workflow that waits again, with another token, moves the order to where it stands. */
function isNews(order: Order, event: Exclude<OrderEvent, { readonly type: 'placed' }>): boolean {
  return event.type === 'moved' && order.history.at(-1)?.at === event.at;
}
