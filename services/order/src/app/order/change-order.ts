import type { OrderId } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import type { OrderDecision } from '../../domain/order/decide.ts';
import { evolve, type Order } from '../../domain/order/order.ts';
import { factsOf } from '../../domain/order/order-facts.ts';
import { returnFactsOf } from '../../domain/return/return-facts.ts';
import type { OrderEvent } from '../../domain/order/order.ts';
import type { Orders } from '../../ports.ts';

export type Changed<Rejection extends string> =
  | { readonly outcome: 'happened'; readonly order: Order }
  | { readonly outcome: 'rejected'; readonly reason: Rejection; readonly order: Order }
  | { readonly outcome: 'rejected'; readonly reason: 'unknown_order' };

/** Decides on the stored order and writes the event. After a lost race, it decides again on the new state. */
export function changeOrder<Rejection extends string>(
  orders: Pick<Orders, 'get' | 'save'>,
  orderId: OrderId,
  decide: (order: Order) => OrderDecision<Rejection>,
): Promise<Changed<Rejection>> {
  return retryOnConflict<Changed<Rejection>>(async () => {
    const order = await orders.get(orderId);
    if (!order) return { outcome: 'rejected', reason: 'unknown_order' };
    const decision = decide(order);
    if (decision.outcome === 'rejected') return { ...decision, order };
    if (decision.outcome === 'happened') return { outcome: 'happened', order };
    const next = await saveEvent(orders, order, decision.event);
    return next === 'changed' ? 'changed' : { outcome: 'happened', order: next };
  });
}

/** Writes an event of an order with the events to publish. Returns the new order, or `changed` after a lost race. */
export async function saveEvent(
  orders: Pick<Orders, 'save'>,
  order: Order,
  event: OrderEvent,
): Promise<Order | 'changed'> {
  const next = evolve(order, event);
  return (await orders.save(next, [...factsOf(order, next), ...returnFactsOf(order, next)])) === 'saved'
    ? next
    : 'changed';
}
