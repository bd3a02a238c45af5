import type { CartId, ShopperId, Sku } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import { claim, emptyCart, type KeptCart, meantBy, ownCartOf } from '../../domain/cart/cart.ts';
import type { Carts } from '../../ports.ts';

type Claimed =
  | { readonly outcome: 'claimed'; readonly cart: KeptCart; readonly notMoved: readonly Sku[] }
  | { readonly outcome: 'not_yours' };

/**
 * Moves the lines of a guest cart into the shopper's own cart, in one write. Safe to repeat. Lines that exceed the
 * limit of the shopper's cart stay in the guest cart; otherwise the id of the guest cart resolves to the shopper's cart
 * from then on.
 */
export function claimCart(
  { carts }: { readonly carts: Pick<Carts, 'get' | 'move'> },
  { cartId, shopperId }: { readonly cartId: CartId; readonly shopperId: ShopperId },
): Promise<Claimed> {
  return retryOnConflict(async () => {
    const whose = meantBy(cartId, shopperId);
    if (whose === 'others') return { outcome: 'not_yours' };
    const ownId = ownCartOf(shopperId);
    const own = (await carts.get(ownId)) ?? emptyCart(ownId);
    const from = whose === 'own' ? undefined : await carts.get(cartId);
    if (from?.claimedBy !== undefined && from.claimedBy !== shopperId) return { outcome: 'not_yours' };
    if (!from || from.claimedBy) return { outcome: 'claimed', cart: own, notMoved: [] };

    const { own: lines, notMoved } = claim(own.lines, from.lines);
    const cart = await carts.move({ from: { cart: from, lines: notMoved }, into: { cart: own, lines }, shopperId });
    return cart === 'changed' ? 'changed' : { outcome: 'claimed', cart, notMoved: notMoved.map(({ sku }) => sku) };
  });
}
