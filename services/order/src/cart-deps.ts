import { type MessageContext, ProblemError } from '@waypost/service-kit';
import { cartTable } from './adapters/cart-table.ts';
import { productTable } from './adapters/product-table.ts';
import { stockView } from './adapters/stock-view.ts';

/** Dependencies of the cart functions. */
export const cartDeps = (context: MessageContext) => ({
  carts: cartTable(context),
  products: productTable(),
  stock: stockView(context),
  now: context.now,
});

/** Error for a cart that doesn't exist or belongs to another shopper: the response doesn't reveal which. */
export const noSuchCart = (): ProblemError => new ProblemError('not-found', "The cart doesn't exist.");
