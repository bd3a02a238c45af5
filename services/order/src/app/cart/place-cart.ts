import type { Address, CartId, PaymentMethod, ShopperId, Sku } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import type { KeptCart } from '../../domain/cart/cart.ts';
import { samePrice } from '../../domain/cart/cart-view.ts';
import { evolve } from '../../domain/order/order.ts';
import { factsOf } from '../../domain/order/order-facts.ts';
import { bodyHashOf, orderIdOf } from '../../domain/order/order-identity.ts';
import { priceLines } from '../../domain/order/price-lines.ts';
import type { Carts, Checkout, Orders, Products } from '../../ports.ts';
import { shownCartOf } from './cart-of.ts';
import { placedBefore, type PlaceOrderResult } from '../order/place-order.ts';

export interface PlaceCartRequest {
  readonly shopperId: ShopperId;
  readonly idempotencyKey: string;
  readonly body: { readonly cartId: CartId; readonly shippingAddress: Address; readonly paymentMethod: PaymentMethod };
}

export type PlaceCartResult =
  | PlaceOrderResult
  | { readonly outcome: 'unknown_cart' | 'empty_cart' | 'ordered_already' }
  | { readonly outcome: 'price_changed'; readonly skus: readonly Sku[] };

interface Ports {
  readonly orders: Pick<Orders, 'get'>;
  readonly carts: Pick<Carts, 'get'>;
  readonly checkout: Checkout;
  readonly products: Products;
  readonly now: string;
  readonly correlationId: string;
}

/**
 * Places the lines of a cart as one order and empties the cart in the same write. A cart becomes one order, whatever
 * the Idempotency-Key: a second request for the same content returns the first order.
 */
export function placeCart(ports: Ports, request: PlaceCartRequest): Promise<PlaceCartResult> {
  const { orders, carts } = ports;
  const { shopperId, idempotencyKey, body } = request;
  const bodyHash = bodyHashOf(body);
  return retryOnConflict<PlaceCartResult>(async () => {
    const underKey = await orders.get(orderIdOf(shopperId, idempotencyKey));
    if (underKey) return placedBefore(underKey, bodyHash);
    const cart = await shownCartOf(carts, { cartId: body.cartId, shopperId });
    if (!cart) return { outcome: 'unknown_cart' };
    if (cart.lines.length > 0) return placeLines(ports, request, cart, bodyHash);
    if (cart.orderedAs === undefined) return { outcome: 'empty_cart' };
    const earlier = await orders.get(cart.orderedAs);
    const same = earlier?.shopperId === shopperId && earlier.bodyHash === bodyHash;
    return same ? { outcome: 'placed', order: earlier } : { outcome: 'ordered_already' };
  });
}

async function placeLines(
  { checkout, products, now, correlationId }: Ports,
  { shopperId, idempotencyKey, body: { shippingAddress, paymentMethod } }: PlaceCartRequest,
  cart: KeptCart,
  bodyHash: string,
): Promise<PlaceCartResult | 'changed'> {
  const known = await products.bySku(cart.lines.map(({ sku }) => sku));
  const pricing = priceLines(cart.lines, known);
  if (pricing.outcome === 'unknown_products') return pricing;
  const changed = cart.lines.filter(
    ({ sku, previousPrice }) => !samePrice(known.get(sku)?.price ?? previousPrice, previousPrice),
  );
  if (changed.length > 0) return { outcome: 'price_changed', skus: changed.map(({ sku }) => sku) };

  const orderId = orderIdOf(shopperId, idempotencyKey);
  const { lines, total } = pricing;
  const given = { orderId, shopperId, lines, total, shippingAddress, paymentMethod, bodyHash, correlationId };
  const event = { type: 'placed', order: { ...given, placedAt: now } } as const;
  const order = evolve(undefined, event);
  const placed = await checkout.place(order, factsOf(undefined, order), cart);
  return placed === 'changed' ? placed : { outcome: 'placed', order };
}
