import type { OrderId, ShopperId } from '@waypost/contracts';
import type { OrderDecision } from '../domain/decide.ts';
import { decideCancellation } from '../domain/decisions.ts';
import type { Order } from '../domain/order.ts';
import { recordDecision } from './record-decision.ts';

type Asked =
  { readonly outcome: 'requested'; readonly order: Order } | { readonly outcome: 'confirmed' | 'unknown_order' };

/** A shopper asks to cancel an own order; one of somebody else is as if it weren't there. */
export async function requestCancellation(
  ports: Parameters<typeof recordDecision>[0],
  { orderId, shopperId, at }: { readonly orderId: OrderId; readonly shopperId: ShopperId; readonly at: string },
): Promise<Asked> {
  const decide = (order: Order): OrderDecision<'confirmed' | 'unknown_order'> =>
    order.shopperId === shopperId
      ? decideCancellation(order, { at })
      : { outcome: 'refused', because: 'unknown_order' };
  const changed = await recordDecision(ports, orderId, decide);
  return changed.outcome === 'happened' ? { outcome: 'requested', order: changed.order } : { outcome: changed.because };
}
