import { describe, expect, it } from 'vitest';
import { CartId, PaymentMethod, ShopperId, Sku } from '@waypost/contracts';
import { AT, placedOrder } from '../../../test/build-order.ts';
import { cartsInMemory, catalogueOf } from '../../../test/carts-in-memory.ts';
import { ordersInMemory } from '../../../test/orders-in-memory.ts';
import { putCartItem } from './change-cart.ts';
import { claimCart } from './claim-cart.ts';
import { placeCart, type PlaceCartRequest } from './place-cart.ts';

const cartId = CartId.parse('5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10');
const ada = ShopperId.parse('ada');
const eve = ShopperId.parse('eve');
const TENT = Sku.parse('TENT');

/** A shop with a cart of two tents in it. */
async function shop() {
  const { products, reprice } = catalogueOf(['TENT', 34900], ['MUG', 1250]);
  const { carts, checkoutInto, all } = cartsInMemory();
  const orders = ordersInMemory();
  const ports = { orders, carts, checkout: checkoutInto(orders), products, now: AT, correlationId: 'click-1' };
  const put = (sku = TENT, quantity = 2) => putCartItem(ports, { cartId, shopperId: undefined, sku, quantity });
  await put();
  const place = (key: string, body: Partial<PlaceCartRequest['body']> = {}, shopperId = ada) =>
    placeCart(ports, {
      shopperId,
      idempotencyKey: key,
      body: {
        cartId,
        shippingAddress: placedOrder().shippingAddress,
        paymentMethod: PaymentMethod.parse('pm_card_visa'),
        ...body,
      },
    });
  return { ports, orders, all, put, place, reprice };
}

describe('a cart that is placed', () => {
  it('becomes an order of its lines, and is empty in the same write', async () => {
    const { place, orders, all } = await shop();
    expect(await place('key-1')).toMatchObject({
      outcome: 'placed',
      order: { status: 'PLACED', total: { amount: 69800 }, lines: [{ sku: 'TENT', quantity: 2 }] },
    });
    expect(all.get(cartId)).toMatchObject({ lines: [], orderedAs: orders.saved[0]?.orderId });
    expect(orders.published.map(({ name }) => name)).toEqual(['OrderPlaced']);
  });

  it('becomes one order, by a double click under one key and from two tabs under two', async () => {
    const { place, orders } = await shop();
    const answers = await Promise.all(['one', 'one', 'two', 'three'].map((key) => place(key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(orders.saved).toHaveLength(1);
    expect(await place('four')).toEqual(answers[0]);
  });

  it('is reported as ordered already when the card or the address differs', async () => {
    const { place, orders } = await shop();
    await place('one');
    expect(await place('two', { paymentMethod: PaymentMethod.parse('pm_other') })).toEqual({
      outcome: 'ordered_already',
    });
    expect(orders.saved).toHaveLength(1);
  });

  it('gives the same order under its key after it was filled anew, and a second one under another key', async () => {
    const { place, put, orders } = await shop();
    const first = await place('one');
    await put(Sku.parse('MUG'), 1);
    expect(await place('one')).toEqual(first);
    expect(await place('two')).toMatchObject({ order: { total: { amount: 1250 } } });
    expect(orders.saved).toHaveLength(2);
  });

  it('is rejected under a key that was used for another', async () => {
    const { place, put } = await shop();
    await place('one');
    await put();
    expect(await place('one', { paymentMethod: PaymentMethod.parse('pm_other') })).toEqual({ outcome: 'key_reused' });
  });
});

describe('a price that changed since it was put in', () => {
  it('is reported and not charged, until the shopper accepts it', async () => {
    const { ports, place, reprice, orders } = await shop();
    reprice('TENT', 39900);
    expect(await place('one')).toEqual({ outcome: 'price_changed', skus: ['TENT'] });
    expect(orders.saved).toHaveLength(0);
    const unitPrice = { amount: 39900, currency: 'EUR' } as const;
    await putCartItem(ports, { cartId, shopperId: undefined, sku: TENT, quantity: 2, unitPrice });
    expect(await place('one')).toMatchObject({ outcome: 'placed', order: { total: { amount: 79800 } } });
  });
});

describe('a cart that is not there, or not the shopper’s', () => {
  it('is not known', async () => {
    const { ports, place } = await shop();
    expect(await place('one', { cartId: CartId.parse('0'.repeat(32)) })).toEqual({ outcome: 'unknown_cart' });
    await claimCart(ports, { cartId, shopperId: ada });
    expect(await place('one', {}, eve)).toEqual({ outcome: 'unknown_cart' });
    expect(await place('one')).toMatchObject({ outcome: 'placed' });
  });

  it('is not ordered while it is empty', async () => {
    const { ports, place } = await shop();
    await claimCart(ports, { cartId, shopperId: ada });
    const own = await claimCart(ports, { cartId, shopperId: eve });
    expect(own).toEqual({ outcome: 'not_yours' });
    const fresh = CartId.parse('1'.repeat(32));
    const empty = await claimCart(ports, { cartId: fresh, shopperId: eve });
    const id = empty.outcome === 'claimed' ? empty.cart.cartId : fresh;
    expect(await place('one', { cartId: id }, eve)).toEqual({ outcome: 'empty_cart' });
  });
});
