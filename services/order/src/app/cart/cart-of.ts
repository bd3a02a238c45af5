import type { CartId, ShopperId } from '@waypost/contracts';
import { emptyCart, type KeptCart, meantBy, ownCartOf } from '../../domain/cart/cart.ts';
import type { Carts } from '../../ports.ts';

/** Who asks for which cart; guests are nobody in particular. */
export interface CartCaller {
  readonly cartId: CartId;
  readonly shopperId: ShopperId | undefined;
}

/** What is at an id for its caller: a cart, no cart yet, or nothing that the caller may know of. */
export type Found =
  | { readonly outcome: 'found'; readonly cartId: CartId; readonly cart: KeptCart | undefined }
  | { readonly outcome: 'not_yours' };

/** Finds the cart that a caller means. The id of a claimed cart leads its owner, and nobody else, to the owner's own. */
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
