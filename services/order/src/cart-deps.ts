import { type MessageContext, ProblemError } from '@waypost/service-kit';
import { cartTable } from './adapters/cart-table.ts';
import { productTable } from './adapters/product-table.ts';
import { stockView } from './adapters/stock-view.ts';

/** What the functions of carts need. */
export const cartDeps = (context: MessageContext) => ({
  carts: cartTable(context),
  products: productTable(),
  stock: stockView(context),
  now: context.now,
});

/** Somebody else's cart, and one that is not there, are told in the same words. */
export const noSuchCart = (): ProblemError => new ProblemError('not-found', "The cart doesn't exist.");
