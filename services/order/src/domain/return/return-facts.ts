import { type DomainEvent, OrderReturnReceived, OrderReturnRefunded, OrderReturnRequested } from '@waypost/contracts';
import type { Order } from '../order/order.ts';
import { pricedLines } from './return.ts';

const FACTS = {
  REQUESTED: OrderReturnRequested,
  RECEIVED: OrderReturnReceived,
  REFUNDED: OrderReturnRefunded,
} as const;

/** What an order tells the rest of the shop of its returns when it comes from one state to the next: each step once. */
export function returnFactsOf(before: Order, order: Order): readonly DomainEvent[] {
  const { orderId, shopperId, returns = [] } = order;
  return returns.flatMap(({ returnId, refund, warehouse, history, ...each }) => {
    const known = before.returns?.find((earlier) => earlier.returnId === returnId)?.history ?? [];
    const lines = [...pricedLines(order, each.lines)];
    return history
      .filter(({ status }) => known.every((step) => step.status !== status))
      .map(({ status }) => FACTS[status].build(orderId, { orderId, shopperId, returnId, lines, refund, warehouse }));
  });
}
