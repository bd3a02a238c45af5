import { GetCart } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { shownCartOf } from '../../app/cart/cart-of.ts';
import { showCart } from '../../app/cart/show-cart.ts';
import { cartDeps, noSuchCart } from '../../cart-deps.ts';
import { guestClaims, signedIn } from '../../guests.ts';

export const handler = httpFunction(
  GetCart,
  async ({ parameters: { id: cartId }, shopperId }, context) => {
    const ports = cartDeps(context);
    const cart = await shownCartOf(ports.carts, { cartId, shopperId: signedIn(shopperId) });
    if (!cart) throw noSuchCart();
    return { body: await showCart(ports, cart) };
  },
  { claims: guestClaims },
);
