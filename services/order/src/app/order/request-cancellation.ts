import type { OrderId, ShopperId } from '@waypost/contracts';
import type { OrderDecision } from '../../domain/order/decide.ts';
import { decideCancellation } from '../../domain/order/decisions.ts';
import type { Order } from '../../domain/order/order.ts';
import { recallShipments, type RecallPorts } from './recall-shipments.ts';
import { recordDecision } from './record-decision.ts';

type Requested =
  { readonly outcome: 'requested'; readonly order: Order } | { readonly outcome: 'left' | 'unknown_order' };

/**
 * Requests the cancellation of a shopper's own order. The request is recorded first. If shipping can't be reached about
 * a confirmed order, the sweeper retries.
 *
 * Another shopper's order is treated as unknown.
 */
export async function requestCancellation(
  ports: Parameters<typeof recordDecision>[0] & RecallPorts,
  { orderId, shopperId, at }: { readonly orderId: OrderId; readonly shopperId: ShopperId; readonly at: string },
): Promise<Requested> {
  const decide = (order: Order): OrderDecision<'left' | 'unknown_order'> =>
    order.shopperId === shopperId
      ? decideCancellation(order, { at })
      : { outcome: 'rejected', reason: 'unknown_order' };
  const changed = await recordDecision(ports, orderId, decide);
  if (changed.outcome === 'rejected') return { outcome: changed.reason };
  const { order } = changed;
  const isShippings = order.status === 'CONFIRMED' && !order.decisions.compensation;
  if (isShippings && (await recallShipments(ports, order)) === 'left') return { outcome: 'left' };
  return { outcome: 'requested', order };
}
