import type { OrderId } from '@waypost/contracts';
import { OUTBOX_ATTRIBUTE } from '@waypost/service-kit';
import type { Order } from '../domain/order.ts';

/** The item of an order: the order itself, its keys, the keys of the index of a shopper's orders, and its outbox. */
export type OrderItem = Order & {
  readonly pk: string;
  readonly sk: 'order';
  readonly shopperpk: string;
  readonly shoppersk: string;
  readonly [OUTBOX_ATTRIBUTE]: string;
};

export const orderKey = (orderId: OrderId) => ({ pk: `order#${orderId}`, sk: 'order' }) as const;

/** The item of an order, which tells the shop what `outbox` holds. */
export function itemOf(order: Order, outbox: string): OrderItem {
  const { orderId, shopperId, placedAt } = order;
  return {
    ...order,
    ...orderKey(orderId),
    shopperpk: shopperId,
    shoppersk: `${placedAt}#${orderId}`,
    [OUTBOX_ATTRIBUTE]: outbox,
  };
}

/** The order in an item that this service wrote. */
export function orderOf(item: Record<string, unknown>): Order {
  const {
    pk: _pk,
    sk: _sk,
    shopperpk: _shopperpk,
    shoppersk: _shoppersk,
    [OUTBOX_ATTRIBUTE]: _outbox,
    ...order
  } = item;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `itemOf` writes these items, from orders
  return order as unknown as Order;
}
