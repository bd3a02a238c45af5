import type { Money, Sku } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import { decidePut, type KeptCart } from '../../domain/cart/cart.ts';
import type { Carts, Products } from '../../ports.ts';
import { type CartCaller, cartOf } from './cart-of.ts';

type Changed<Rejection extends string> =
  { readonly outcome: 'changed'; readonly cart: KeptCart } | { readonly outcome: Rejection };

interface PutItem extends CartCaller {
  readonly sku: Sku;
  readonly quantity: number;
  /** The price that the shopper saw, if the caller says so. */
  readonly unitPrice?: Money | undefined;
}

/** Sets one line of a cart. A write changes that line only, so that concurrent edits of other lines are not lost. */
export async function putCartItem(
  { carts, products, now }: { readonly carts: Carts; readonly products: Products; readonly now: string },
  { cartId, shopperId, sku, quantity, unitPrice }: PutItem,
): Promise<Changed<'not_yours' | 'unknown_product' | 'full'>> {
  const product = (await products.bySku([sku])).get(sku);
  if (!product) return { outcome: 'unknown_product' };
  return retryOnConflict(async () => {
    const found = await cartOf(carts, { cartId, shopperId });
    if (found.outcome === 'not_yours') return found;
    const put = decidePut(found.cart, sku);
    if (put === 'full') return { outcome: put };
    const line = { sku, quantity, previousPrice: unitPrice ?? product.price, addedAt: now };
    const cart =
      put === 'quantity'
        ? await carts.setQuantity(found.cartId, { sku, quantity, ...(unitPrice && { previousPrice: unitPrice }) })
        : await (put === 'new_cart' ? carts.begin(found.cartId, line) : carts.addLine(found.cartId, line));
    return cart === 'changed' ? 'changed' : { outcome: 'changed', cart };
  });
}

/** Takes a line out of a cart, also if it isn't in it any more. */
export function deleteCartItem(
  { carts }: { readonly carts: Carts },
  { sku, ...caller }: CartCaller & { readonly sku: Sku },
): Promise<Changed<'not_yours' | 'no_cart'>> {
  return retryOnConflict(async () => {
    const found = await cartOf(carts, caller);
    if (found.outcome === 'not_yours') return found;
    if (!found.cart) return { outcome: 'no_cart' };
    if (!found.cart.lines.some((line) => line.sku === sku)) return { outcome: 'changed', cart: found.cart };
    const cart = await carts.removeLine(found.cartId, sku);
    return cart === 'changed' ? 'changed' : { outcome: 'changed', cart };
  });
}
