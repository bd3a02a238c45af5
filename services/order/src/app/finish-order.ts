import type { OrderId } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import { decide, type OrderCommand, type OrderDecision } from '../domain/decide.ts';
import { evolve } from '../domain/order.ts';
import type { Orders } from '../ports.ts';

type Finished =
  | Exclude<OrderDecision, { readonly outcome: 'happens' }>
  | { readonly outcome: 'refused'; readonly because: 'unknown_order' };

/**
 * Confirms or cancels an order, once.
 *
 * @throws TransientError if somebody else wrote the order meanwhile: asked again, it decides on what is there then.
 */
export async function finishOrder(
  { orders }: { readonly orders: Orders },
  orderId: OrderId,
  command: OrderCommand,
): Promise<Finished> {
  const order = await orders.get(orderId);
  if (!order) return { outcome: 'refused', because: 'unknown_order' };
  const decision = decide(order, command);
  if (decision.outcome !== 'happens') return decision;
  if ((await orders.save(evolve(order, decision.event))) === 'saved') return { outcome: 'happened' };
  throw new TransientError(`Order ${orderId} changed while it was being finished`);
}
