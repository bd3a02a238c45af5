import type { OrderId } from '@waypost/contracts';
import { OUTBOX_ATTRIBUTE } from '@waypost/service-kit';
import { isUnfinished, type Order } from '../domain/order/order.ts';
import { isInReview } from '../domain/return/return.ts';

/** Partition of the index `pending`. It takes 1,000 writes per second, which few shops need. */
export const PENDING_INDEX = 'pending';

/** Partition of the index `returns`. */
export const RETURNS_IN_REVIEW = 'in-review';

/** The keys that an order's item has beside the order itself. */
interface OrderKeys {
  readonly pk: string;
  readonly sk: 'order';
  /** Index of a shopper's orders. */
  readonly shopperpk: string;
  readonly shoppersk: string;
  /** Index of pending orders by their last change. Decided and parked orders are not in it. */
  readonly pendingpk?: typeof PENDING_INDEX;
  readonly pendingsk?: string;
  /** Index of orders with a return in review, longest wait first. */
  readonly returnspk?: typeof RETURNS_IN_REVIEW;
  readonly returnssk?: string;
}

export const orderKey = (orderId: OrderId) => ({ pk: `order#${orderId}`, sk: 'order' }) as const;

/** The item of an order; `outbox` is what it tells the shop, if it tells anything. */
export function itemOf(
  order: Order,
  outbox: string | undefined,
): Order & OrderKeys & { readonly [OUTBOX_ATTRIBUTE]?: string } {
  const { orderId, shopperId, placedAt, changedAt } = order;
  return {
    ...order,
    ...orderKey(orderId),
    shopperpk: shopperId,
    shoppersk: `${placedAt}#${orderId}`,
    ...(isUnfinished(order) && !order.parked && { pendingpk: PENDING_INDEX, pendingsk: `${changedAt}#${orderId}` }),
    ...(order.returns?.some(isInReview) && { returnspk: RETURNS_IN_REVIEW, returnssk: `${changedAt}#${orderId}` }),
    ...(outbox !== undefined && { [OUTBOX_ATTRIBUTE]: outbox }),
  };
}

/** The order in an item that this service wrote. */
export function orderOf(item: Record<string, unknown>): Order {
  const {
    pk: _pk,
    sk: _sk,
    shopperpk: _shopperpk,
    shoppersk: _shoppersk,
    pendingpk: _pendingpk,
    pendingsk: _pendingsk,
    returnspk: _returnspk,
    returnssk: _returnssk,
    [OUTBOX_ATTRIBUTE]: _outbox,
    ...order
  } = item;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `itemOf` writes these items, from orders
  return order as unknown as Order;
}
