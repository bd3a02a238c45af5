import type { Address, OrderLine, PaymentMethod, ShopperId } from '@waypost/contracts';
import { evolve, type Order } from '../../domain/order/order.ts';
import { factsOf } from '../../domain/order/order-facts.ts';
import { bodyHashOf, orderIdOf } from '../../domain/order/order-identity.ts';
import { priceLines } from '../../domain/order/price-lines.ts';
import type { Orders, Products } from '../../ports.ts';

export interface PlaceOrderRequest {
  readonly shopperId: ShopperId;
  readonly idempotencyKey: string;
  readonly body: {
    readonly lines: readonly OrderLine[];
    readonly shippingAddress: Address;
    readonly paymentMethod: PaymentMethod;
  };
}

export type PlaceOrderResult =
  | { readonly outcome: 'placed'; readonly order: Order }
  | { readonly outcome: 'unknown_products'; readonly lines: readonly number[] }
  | { readonly outcome: 'key_reused' };

interface Ports {
  readonly orders: Pick<Orders, 'add' | 'get'>;
  readonly products: Products;
  readonly now: string;
  readonly correlationId: string;
}

/** Places an order once per Idempotency-Key. A different request with the same key is rejected. */
export async function placeOrder(
  { orders, products, now, correlationId }: Ports,
  { shopperId, idempotencyKey, body }: PlaceOrderRequest,
): Promise<PlaceOrderResult> {
  const orderId = orderIdOf(shopperId, idempotencyKey);
  const bodyHash = bodyHashOf(body);
  const pricing = priceLines(body.lines, await products.bySku(body.lines.map(({ sku }) => sku)));
  if (pricing.outcome === 'unknown_products') {
    // It may have been placed while the product was still known.
    const earlier = await orders.get(orderId);
    return earlier ? placedBefore(earlier, bodyHash) : pricing;
  }

  const { lines, total } = pricing;
  const { shippingAddress, paymentMethod } = body;
  const given = { orderId, shopperId, shippingAddress, paymentMethod, bodyHash, correlationId };
  const placed = { ...given, lines, total, placedAt: now };
  const event = { type: 'placed', order: placed } as const;
  const first = evolve(undefined, event);
  const { added, order } = await orders.add(first, factsOf(undefined, first));
  return added ? { outcome: 'placed', order } : placedBefore(order, bodyHash);
}

/** Result of a repeated request: the original order, or a rejection if the request differs. */
export function placedBefore(order: Order, bodyHash: string): PlaceOrderResult {
  return order.bodyHash === bodyHash ? { outcome: 'placed', order } : { outcome: 'key_reused' };
}
