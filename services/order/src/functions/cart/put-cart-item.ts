import { CART_LINES, PutCartItem } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { putCartItem } from '../../app/cart/change-cart.ts';
import { showCart } from '../../app/cart/show-cart.ts';
import { cartDeps, noSuchCart } from '../../cart-deps.ts';
import { guestClaims, signedIn } from '../../guests.ts';

export const handler = httpFunction(
  PutCartItem,
  async ({ parameters: { id: cartId, sku }, body, shopperId }, context) => {
    const ports = cartDeps(context);
    const put = await putCartItem(ports, { cartId, shopperId: signedIn(shopperId), sku, ...body });
    switch (put.outcome) {
      case 'changed':
        return { body: await showCart(ports, put.cart) };
      case 'unknown_product':
        throw new ProblemError('not-found', `The product ${sku} doesn't exist.`);
      case 'full':
        throw new ProblemError('cart-full', `A cart has at most ${CART_LINES} products. Remove one first.`);
      case 'not_yours':
        throw noSuchCart();
    }
  },
  { claims: guestClaims },
);
