import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { CartId, Sku } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine, Quantity } from '../shared/order-lines.ts';

/** How many different products a cart holds, as many as an order has lines. */
export const CART_LINES = 40;

/** What is not as it was when the shopper looked last: the price; nothing left; less left than the line asks for. */
export const CartChange = z.enum(['price_changed', 'sold_out', 'limited_stock']);
export type CartChange = z.infer<typeof CartChange>;

/** A line with the name and price of now. */
export const CartLine = PricedLine.extend({
  /** The price that the shopper saw, where the price of now is another one. */
  previousPrice: Money.optional(),
  /** Units that can be had now; absent while that can't be told. */
  available: z.int().nonnegative().optional(),
  changes: z.array(CartChange),
});
export type CartLine = z.infer<typeof CartLine>;

export const Cart = z.object({
  /** Where the cart is from now on; another id than that of the request once it was claimed. */
  cartId: CartId,
  /** In the order in which they were put in. */
  items: z.array(CartLine),
  /** By the prices of now. */
  total: Money,
  /** When it is forgotten unless it changes until then; an empty cart that nobody used is not kept at all. */
  expiresAt: Timestamp.optional(),
});
export type Cart = z.infer<typeof Cart>;

const cartPath = z.object({ id: CartId });
const itemPath = cartPath.extend({ sku: Sku });

export const GetCart = defineRoute({
  owner: 'order',
  operationId: 'getCart',
  summary:
    'A cart with the prices of now, and what changed since the shopper looked; a claimed one is its owner’s only',
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
  summary: 'Sets how many of a product are in a cart; the first one makes the cart, under an id that its caller made',
  method: 'PUT',
  path: '/carts/{id}/items/{sku}',
  access: 'guest',
  conflicts: true,
  parameters: itemPath,
  body: z.strictObject({
    quantity: Quantity,
    /** The price that the shopper saw. Without it a new line counts as seen at the price of now, and another line as it was. */
    unitPrice: z.strictObject(Money.shape).optional(),
  }),
  response: Cart,
});

export const DeleteCartItem = defineRoute({
  owner: 'order',
  operationId: 'deleteCartItem',
  summary: 'Takes a product out of a cart; also if it is not in it',
  method: 'DELETE',
  path: '/carts/{id}/items/{sku}',
  access: 'guest',
  parameters: itemPath,
  response: Cart,
});

export const ClaimCart = defineRoute({
  owner: 'order',
  operationId: 'claimCart',
  summary: 'Moves a cart’s lines into the shopper’s own cart, which it gives; from then on the id leads there',
  method: 'POST',
  path: '/carts/{id}/claim',
  access: 'shopper',
  parameters: cartPath,
  response: Cart.extend({
    /** Lines that did not fit into the shopper’s cart: they stay where they were. */
    notMoved: z.array(Sku),
  }),
});
