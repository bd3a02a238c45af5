import type { CartId, ShopperId } from '@waypost/contracts';
import { emptyCart, type KeptCart, meantBy, ownCartOf } from '../../domain/cart/cart.ts';
import type { Carts } from '../../ports.ts';

/** Caller and cart of a request. Guests have no identity. */
export interface CartCaller {
  readonly cartId: CartId;
  readonly shopperId: ShopperId | undefined;
}

/** Result of a lookup: a cart, no cart yet, or an id that the caller has no access to. */
export type Found =
  | { readonly outcome: 'found'; readonly cartId: CartId; readonly cart: KeptCart | undefined }
  | { readonly outcome: 'not_yours' };

/** Finds the cart that a caller means. The id of a claimed cart resolves to its owner's cart, for the owner only. */
export async function cartOf(carts: Pick<Carts, 'get'>, { cartId, shopperId }: CartCaller): Promise<Found> {
  if (meantBy(cartId, shopperId) === 'others') return { outcome: 'not_yours' };
  const cart = await carts.get(cartId);
  if (cart?.claimedBy === undefined) return { outcome: 'found', cartId, cart };
  if (cart.claimedBy !== shopperId) return { outcome: 'not_yours' };
  const own = ownCartOf(shopperId);
  return { outcome: 'found', cartId: own, cart: await carts.get(own) };
}

/** A cart to look at: a shopper's own is there before anything is in it, any other is not. */
export async function shownCartOf(carts: Pick<Carts, 'get'>, caller: CartCaller): Promise<KeptCart | undefined> {
  const found = await cartOf(carts, caller);
  if (found.outcome === 'not_yours') return undefined;
  const { cart, cartId } = found;
  return cart ?? (meantBy(cartId, caller.shopperId) === 'own' ? emptyCart(cartId) : undefined);
}
