import { describe, expect, it } from 'vitest';
import { CART_LINES, CartId, ShopperId, Sku } from '@waypost/contracts';
import { AT } from '../../../test/build-order.ts';
import { cartsInMemory, catalogueOf } from '../../../test/carts-in-memory.ts';
import { ownCartOf } from '../../domain/cart/cart.ts';
import { shownCartOf } from './cart-of.ts';
import { deleteCartItem, putCartItem } from './change-cart.ts';
import { claimCart } from './claim-cart.ts';

const cartId = CartId.parse('5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10');
const ada = ShopperId.parse('ada');
const eve = ShopperId.parse('eve');
const guest = undefined;
const sku = (number: number) => Sku.parse(`SKU-${number}`);

/** A shop of 100 products at 10 €, with no carts. */
function shop() {
  const { products, reprice } = catalogueOf(...Array.from({ length: 100 }, (_, n) => [`SKU-${n}`, 1000] as const));
  const { carts, all } = cartsInMemory();
  const ports = { carts, products, now: AT };
  const put = (number: number, quantity = 1, fields: Partial<Parameters<typeof putCartItem>[1]> = {}) =>
    putCartItem(ports, { cartId, shopperId: guest, sku: sku(number), quantity, ...fields });
  return { ports, all, reprice, put };
}

const skusIn = (cart: { readonly lines: readonly { readonly sku: string }[] } | undefined) =>
  cart?.lines.map((line) => line.sku);

describe('a cart that a guest fills', () => {
  it('begins with the first product, and is not there before', async () => {
    const { ports, put } = shop();
    expect(await shownCartOf(ports.carts, { cartId, shopperId: guest })).toBeUndefined();
    expect(await put(1, 2)).toMatchObject({
      outcome: 'changed',
      cart: { cartId, lines: [{ sku: 'SKU-1', quantity: 2, previousPrice: { amount: 1000 } }] },
    });
  });

  it('loses nothing, however many tabs put something in at once', async () => {
    const { ports, put } = shop();
    await Promise.all(Array.from({ length: 30 }, (_, number) => put(number)));
    const cart = await shownCartOf(ports.carts, { cartId, shopperId: guest });
    expect(skusIn(cart)?.toSorted()).toEqual(Array.from({ length: 30 }, (_, n) => `SKU-${n}`).toSorted());
  });

  it('keeps the price that was seen when only the quantity changes, and takes over another that is named', async () => {
    const { put, reprice } = shop();
    await put(1);
    reprice('SKU-1', 1200);
    expect(await put(1, 3)).toMatchObject({ cart: { lines: [{ quantity: 3, previousPrice: { amount: 1000 } }] } });
    const unitPrice = { amount: 1200, currency: 'EUR' } as const;
    expect(await put(1, 3, { unitPrice })).toMatchObject({ cart: { lines: [{ previousPrice: { amount: 1200 } }] } });
  });

  it('rejects an unknown product', async () => {
    expect(await shop().put(1, 1, { sku: Sku.parse('NOBODY-SELLS-THIS') })).toEqual({ outcome: 'unknown_product' });
  });

  it('is full with 40 products, of which each may still change', async () => {
    const { put } = shop();
    for (let number = 0; number < CART_LINES; number += 1) await put(number);
    expect(await put(CART_LINES)).toEqual({ outcome: 'full' });
    expect(await put(0, 5)).toMatchObject({ outcome: 'changed' });
  });

  it('removes a product, also twice', async () => {
    const { ports, put } = shop();
    await put(1);
    await put(2);
    const remove = () => deleteCartItem(ports, { cartId, shopperId: guest, sku: sku(1) });
    const [first, again] = [await remove(), await remove()];
    expect(first).toMatchObject({ outcome: 'changed', cart: { lines: [{ sku: 'SKU-2' }] } });
    expect(again).toEqual(first);
  });

  it('is not there to take something out of, before there is one', async () => {
    expect(await deleteCartItem(shop().ports, { cartId, shopperId: guest, sku: sku(1) })).toEqual({
      outcome: 'no_cart',
    });
  });
});

describe("a shopper's own cart", () => {
  const own = ownCartOf(ada);

  it('exists for its shopper before it has lines, and for no other caller', async () => {
    const { ports, put } = shop();
    expect(await shownCartOf(ports.carts, { cartId: own, shopperId: ada })).toMatchObject({ lines: [] });
    for (const shopperId of [eve, guest]) {
      expect(await put(1, 1, { cartId: own, shopperId })).toEqual({ outcome: 'not_yours' });
      expect(await shownCartOf(ports.carts, { cartId: own, shopperId })).toBeUndefined();
      expect(await deleteCartItem(ports, { cartId: own, shopperId, sku: sku(1) })).toEqual({ outcome: 'not_yours' });
    }
  });

  it('takes what its shopper does under the id of a cart that was claimed, in another tab', async () => {
    const { ports, put } = shop();
    await put(1);
    await claimCart(ports, { cartId, shopperId: ada });
    expect(await put(2, 1, { shopperId: ada })).toMatchObject({ cart: { cartId: own } });
    expect(skusIn(await shownCartOf(ports.carts, { cartId, shopperId: ada }))).toEqual(['SKU-1', 'SKU-2']);
    for (const shopperId of [eve, guest]) {
      expect(await put(3, 1, { shopperId })).toEqual({ outcome: 'not_yours' });
      expect(await shownCartOf(ports.carts, { cartId, shopperId })).toBeUndefined();
    }
  });
});
