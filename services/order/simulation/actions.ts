import type { OrderId, ReviewDecision, ShopperId } from '@waypost/contracts';
import { scheduledFunction } from '@waypost/service-kit';
import type { SimulatedFunction } from '@waypost/test-kit/simulation';
import { placeOrder, type PlaceOrderRequest } from '../src/app/order/place-order.ts';
import { recordDecision } from '../src/app/order/record-decision.ts';
import { redriveOrder } from '../src/app/recovery/redrive-order.ts';
import { requestCancellation } from '../src/app/order/request-cancellation.ts';
import { sweepOrders } from '../src/app/recovery/sweep-orders.ts';
import { decideReview } from '../src/domain/order/decisions.ts';
import { orderIdOf } from '../src/domain/order/order-identity.ts';
import type { Ports } from './ports.ts';

/** Requests of shoppers and operators, and the passage of time. */
export function actionsOf({ driving, placing, sweeping }: Ports) {
  return {
    place:
      (request: PlaceOrderRequest): SimulatedFunction =>
      (_, invocation) => {
        const correlationId = orderIdOf(request.shopperId, request.idempotencyKey);
        return placeOrder({ ...placing(invocation), correlationId }, request);
      },
    review:
      (orderId: OrderId, decision: ReviewDecision): SimulatedFunction =>
      (_, invocation) => {
        const at = invocation.clock().toISOString();
        return recordDecision(driving(invocation), orderId, (order) => decideReview(order, { at, decision }));
      },
    requestCancellation:
      (orderId: OrderId, shopperId: ShopperId): SimulatedFunction =>
      (_, invocation) => {
        const at = invocation.clock().toISOString();
        return requestCancellation(driving(invocation), { orderId, shopperId, at });
      },
    sweep: ((event, invocation) =>
      scheduledFunction(async () => void (await sweepOrders(sweeping(invocation))), {
        clock: invocation.clock,
        newId: () => 'sweep',
      })(event)) satisfies SimulatedFunction,
    /** An operator redrives an order. */
    redrive:
      (orderId: OrderId): SimulatedFunction =>
      (_, invocation) =>
        redriveOrder(sweeping(invocation), orderId, 'operator'),
  };
}
