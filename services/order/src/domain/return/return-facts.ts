import {
  type DomainEvent,
  OrderReturnClosed,
  OrderReturnReceived,
  OrderReturnRefunded,
  OrderReturnRefundRequested,
  OrderReturnRequested,
  OrderReturnReviewRequested,
} from '@waypost/contracts';
import type { Order } from '../order/order.ts';
import { pricedLines } from './return.ts';

/** Events of an order's returns between two of its states: one per new status, and one per refund that an operator requested. */
export function returnFactsOf(before: Order, order: Order): readonly DomainEvent[] {
  const { orderId, shopperId, returns = [] } = order;
  return returns.flatMap(({ returnId, refund, refunded = refund, warehouse, history, ...each }) => {
    const earlier = before.returns?.find((known) => known.returnId === returnId);
    const known = earlier?.history ?? [];
    const data = { orderId, shopperId, returnId, lines: [...pricedLines(order, each.lines)], refund, warehouse };
    const isRefundRequested = (each.refundRequests ?? 0) > (earlier?.refundRequests ?? 0);
    return [
      ...history
        .filter(({ status }) => known.every((step) => step.status !== status))
        .map(({ status }) => {
          switch (status) {
            case 'REQUESTED':
              return OrderReturnRequested.build(orderId, data);
            case 'LOST':
              return OrderReturnReviewRequested.build(orderId, { ...data, reason: 'lost' });
            case 'RECEIVED':
              return OrderReturnReceived.build(orderId, data);
            case 'REFUND_FAILED':
              return OrderReturnReviewRequested.build(orderId, { ...data, reason: 'refund_failed' });
            case 'CLOSED':
              return OrderReturnClosed.build(orderId, data);
            case 'REFUNDED':
              return OrderReturnRefunded.build(orderId, { ...data, refunded });
          }
        }),
      ...(isRefundRequested ? [OrderReturnRefundRequested.build(orderId, data)] : []),
    ];
  });
}
