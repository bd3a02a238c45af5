import { ClaimCart } from '@waypost/contracts';
import { httpFunction, logger } from '@waypost/service-kit';
import { claimCart } from '../../app/cart/claim-cart.ts';
import { showCart } from '../../app/cart/show-cart.ts';
import { cartDeps, noSuchCart } from '../../cart-deps.ts';

export const handler = httpFunction(ClaimCart, async ({ parameters: { id: cartId }, shopperId }, context) => {
  const ports = cartDeps(context);
  const claimed = await claimCart(ports, { cartId, shopperId });
  if (claimed.outcome === 'not_yours') throw noSuchCart();
  logger.info('cart claimed', { lines: claimed.cart.lines.length, notMoved: claimed.notMoved.length });
  return { body: { ...(await showCart(ports, claimed.cart)), notMoved: [...claimed.notMoved] } };
});
