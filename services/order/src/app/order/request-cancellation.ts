import type { OrderId, ShopperId } from '@waypost/contracts';
import type { OrderDecision } from '../../domain/order/decide.ts';
import { decideCancellation } from '../../domain/order/decisions.ts';
import type { Order } from '../../domain/order/order.ts';
import { askShipping, type AskPorts } from './ask-shipping.ts';
import { recordDecision } from './record-decision.ts';

type Asked = { readonly outcome: 'requested'; readonly order: Order } | { readonly outcome: 'left' | 'unknown_order' };

/**
 * A shopper asks to cancel an own order; one of somebody else is as if it weren't there. That it is wanted is recorded first:
 * where shipping then can't be asked about a confirmed one, the sweeper does.
 */
export async function requestCancellation(
  ports: Parameters<typeof recordDecision>[0] & AskPorts,
  { orderId, shopperId, at }: { readonly orderId: OrderId; readonly shopperId: ShopperId; readonly at: string },
): Promise<Asked> {
  const decide = (order: Order): OrderDecision<'left' | 'unknown_order'> =>
    order.shopperId === shopperId
      ? decideCancellation(order, { at })
      : { outcome: 'rejected', reason: 'unknown_order' };
  const changed = await recordDecision(ports, orderId, decide);
  if (changed.outcome === 'rejected') return { outcome: changed.reason };
  const { order } = changed;
  const isShippings = order.status === 'CONFIRMED' && !order.decisions.compensation;
  if (isShippings && (await askShipping(ports, order)) === 'left') return { outcome: 'left' };
  return { outcome: 'requested', order };
}
