import { CART_LINES, type CartId, type Money, type OrderId, type Sku } from '@waypost/contracts';
import { expiryOf, type KeptCart, type KeptLine } from '../src/domain/cart/cart.ts';
import type { Order } from '../src/domain/order/order.ts';
import type { Carts, Checkout, Products } from '../src/ports.ts';
import { AT } from './build-order.ts';
import type { OrdersInMemory } from './orders-in-memory.ts';

/** Carts that forget themselves, and the checkout that empties them into orders in memory. Writes go by what the table's conditions say. */
export function cartsInMemory(...there: readonly KeptCart[]) {
  const all = new Map<CartId, KeptCart>(there.map((cart) => [cart.cartId, cart]));
  const write = (cart: KeptCart): KeptCart => {
    const written = { ...cart, version: cart.version + 1, expiresAt: expiryOf(AT) };
    all.set(cart.cartId, written);
    return written;
  };
  const changeLines = (cartId: CartId, holds: (cart: KeptCart) => boolean, change: (cart: KeptCart) => KeptLine[]) => {
    const cart = all.get(cartId);
    return cart && !cart.claimedBy && holds(cart) ? write({ ...cart, lines: change(cart) }) : ('changed' as const);
  };
  const has = (sku: Sku) => (cart: KeptCart) => cart.lines.some((line) => line.sku === sku);
  const isUnchanged = ({ cartId, version }: KeptCart) => (all.get(cartId)?.version ?? 0) === version;

  const carts: Carts = {
    get: async (cartId) => all.get(cartId),
    begin: async (cartId, line) => (all.has(cartId) ? 'changed' : write({ cartId, lines: [line], version: 0 })),
    addLine: async (cartId, line) =>
      changeLines(
        cartId,
        (cart) => !has(line.sku)(cart) && cart.lines.length < CART_LINES,
        ({ lines }) => [...lines, line],
      ),
    setQuantity: async (cartId, changed) =>
      changeLines(cartId, has(changed.sku), ({ lines }) =>
        lines.map((line) => (line.sku === changed.sku ? { ...line, ...changed } : line)),
      ),
    removeLine: async (cartId, sku) =>
      changeLines(cartId, has(sku), ({ lines }) => lines.filter((line) => line.sku !== sku)),
    move: async ({ from, into, shopperId }) => {
      if (!isUnchanged(from.cart) || !isUnchanged(into.cart)) return 'changed';
      write({ ...from.cart, lines: from.lines, ...(from.lines.length === 0 && { claimedBy: shopperId }) });
      return write({ ...into.cart, lines: into.lines });
    },
  };
  const checkoutInto = (orders: OrdersInMemory): Checkout => ({
    place: async (order: Order, events, cart) => {
      if (!isUnchanged(cart) || orders.all.has(order.orderId)) return 'changed';
      write({ ...cart, lines: [], orderedAs: order.orderId satisfies OrderId });
      await orders.add(order, events);
      return 'placed';
    },
  });
  return { carts, all, checkoutInto };
}

/** A catalogue of products that cost what a test says, and change their price when it says so. */
export function catalogueOf(...amounts: readonly (readonly [sku: string, amount: number])[]) {
  const prices = new Map<string, Money>(amounts.map(([sku, amount]) => [sku, { amount, currency: 'EUR' }]));
  const products: Products = {
    bySku: async (skus) =>
      new Map(
        skus.flatMap((sku) => {
          const price = prices.get(sku);
          return price ? [[sku, { sku, name: `The ${sku}`, price }] as const] : [];
        }),
      ),
  };
  return { products, reprice: (sku: string, amount: number) => void prices.set(sku, { amount, currency: 'EUR' }) };
}
