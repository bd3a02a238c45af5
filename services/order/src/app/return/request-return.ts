import type { OrderId, OrderLine, ShopperId } from '@waypost/contracts';
import type { OrderDecision } from '../../domain/order/decide.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Return } from '../../domain/return/return.ts';
import { returnIdOf } from '../../domain/order/order-identity.ts';
import { decideReturn, type ReturnRejection } from '../../domain/return/decide-return.ts';
import type { Orders } from '../../ports.ts';
import { changeOrder } from '../order/change-order.ts';

export interface RequestReturn {
  readonly orderId: OrderId;
  readonly shopperId: ShopperId;
  readonly idempotencyKey: string;
  readonly lines: readonly OrderLine[];
}

/**
 * Requests a return of a shopper's own order, once per Idempotency-Key. Another shopper's order is treated as unknown.
 */
export async function requestReturn(
  { orders, now: at }: { readonly orders: Pick<Orders, 'get' | 'save'>; readonly now: string },
  { orderId, shopperId, idempotencyKey, lines }: RequestReturn,
): Promise<Return | ReturnRejection | 'unknown_order'> {
  const returnId = returnIdOf(orderId, idempotencyKey);
  const decide = (order: Order): OrderDecision<ReturnRejection | 'unknown_order'> =>
    order.shopperId === shopperId
      ? decideReturn(order, { at, returnId, lines })
      : { outcome: 'rejected', reason: 'unknown_order' };
  const changed = await changeOrder(orders, orderId, decide);
  if (changed.outcome === 'rejected') return changed.reason;
  const requested = changed.order.returns?.find((each) => each.returnId === returnId);
  if (!requested) throw new Error(`${returnId} was requested, and is not there`);
  return requested;
}
