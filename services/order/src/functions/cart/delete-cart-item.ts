import { DeleteCartItem } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { deleteCartItem } from '../../app/cart/change-cart.ts';
import { showCart } from '../../app/cart/show-cart.ts';
import { cartDeps, noSuchCart } from '../../cart-deps.ts';
import { guestClaims, signedIn } from '../../guests.ts';

export const handler = httpFunction(
  DeleteCartItem,
  async ({ parameters: { id: cartId, sku }, shopperId }, context) => {
    const ports = cartDeps(context);
    const deleted = await deleteCartItem(ports, { cartId, shopperId: signedIn(shopperId), sku });
    if (deleted.outcome !== 'changed') throw noSuchCart();
    return { body: await showCart(ports, deleted.cart) };
  },
  { claims: guestClaims },
);
