import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { CartId, Sku } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine, Quantity } from '../shared/order-lines.ts';

/** Maximum number of products in a cart, the same as lines in an order. */
export const CART_LINES = 40;

/** Change of a cart line since the shopper last saw it: its price, sold out, or fewer units available than in the cart. */
export const CartChange = z.enum(['price_changed', 'sold_out', 'limited_stock']);
export type CartChange = z.infer<typeof CartChange>;

/** A cart line with the current name and price. */
export const CartLine = PricedLine.extend({
  /** Price that the shopper saw last, if it differs from the current one. */
  previousPrice: Money.optional(),
  /** Available units; absent while the inventory service can't be reached. */
  available: z.int().nonnegative().optional(),
  changes: z.array(CartChange),
});
export type CartLine = z.infer<typeof CartLine>;

export const Cart = z.object({
  /** Current id of the cart, which differs from that of the request once the cart was claimed. */
  cartId: CartId,
  /** Lines in the order in which they were added. */
  items: z.array(CartLine),
  /** Total at current prices. */
  total: Money,
  /** Time at which the cart expires unless it changes. Absent for a cart that is not stored. */
  expiresAt: Timestamp.optional(),
});
export type Cart = z.infer<typeof Cart>;

const cartPath = z.object({ id: CartId });
const itemPath = cartPath.extend({ sku: Sku });

export const GetCart = defineRoute({
  owner: 'order',
  operationId: 'getCart',
  summary:
    'Returns a cart with current prices, and changes since the shopper last saw it. A claimed cart is visible to its owner only',
  method: 'GET',
  path: '/carts/{id}',
  access: 'guest',
  parameters: cartPath,
  responseHeaders: { ETag: 'Changes with the cart, and with prices and stock' },
  response: Cart,
});

export const PutCartItem = defineRoute({
  owner: 'order',
  operationId: 'putCartItem',
  summary:
    'Sets the quantity of a product in a cart. The first item creates the cart, under an id that the caller generates',
  method: 'PUT',
  path: '/carts/{id}/items/{sku}',
  access: 'guest',
  conflicts: true,
  parameters: itemPath,
  body: z.strictObject({
    quantity: Quantity,
    /** Price that the shopper saw. Default: the current price for a new line, the previously seen price for an existing one. */
    unitPrice: z.strictObject(Money.shape).optional(),
  }),
  response: Cart,
});

export const DeleteCartItem = defineRoute({
  owner: 'order',
  operationId: 'deleteCartItem',
  summary: "Removes a product from a cart. Succeeds also if the cart doesn't contain it",
  method: 'DELETE',
  path: '/carts/{id}/items/{sku}',
  access: 'guest',
  parameters: itemPath,
  response: Cart,
});

export const ClaimCart = defineRoute({
  owner: 'order',
  operationId: 'claimCart',
  summary:
    "Moves the items of a guest cart into the shopper's cart and returns it. From then on the guest cart's id refers to that cart",
  method: 'POST',
  path: '/carts/{id}/claim',
  access: 'shopper',
  parameters: cartPath,
  response: Cart.extend({
    /** Products that don't fit into the shopper's cart. They stay in the guest cart. */
    notMoved: z.array(Sku),
  }),
});
