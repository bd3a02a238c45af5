import type { OrderId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import type { OrderDecision } from '../../domain/order/decide.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Orders } from '../../ports.ts';
import { changeOrder } from './change-order.ts';

/**
 * Updates an order after an event about its parcels, its payment or its returns. A repeated event changes nothing.
 *
 * @throws PermanentError for an unknown order or parcel.
 */
export async function followOrder(
  { orders }: { readonly orders: Pick<Orders, 'get' | 'save'> },
  orderId: OrderId,
  decide: (order: Order) => OrderDecision<string>,
): Promise<Order> {
  const changed = await changeOrder(orders, orderId, decide);
  if (changed.outcome === 'happened') return changed.order;
  throw new PermanentError(`${orderId} can't be followed: ${changed.reason}`);
}
