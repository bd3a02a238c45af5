import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Cart,
  CartId,
  ClaimCart,
  DeleteCartItem,
  GetCart,
  GetOrder,
  PlaceOrder,
  Problem,
  PutCartItem,
  PutProduct,
  type Sku,
} from '@waypost/contracts';
import { anAddress, bodyOf, eventually } from '@waypost/test-kit';
import { openShop, PATIENCE, type Shop } from './shop.ts';

let shop: Shop;
let skus: readonly Sku[];
beforeAll(async () => {
  shop = await openShop();
  skus = await Promise.all([1, 2, 3].map(() => shop.newProduct({ north: 50 })));
  // The order service knows a product once a cart accepted it.
  for (const sku of skus) await eventually(() => put(newCart(), sku), PATIENCE);
}, 120_000);

const newCart = (): CartId => CartId.parse(randomUUID());

async function put(id: CartId, sku: Sku, quantity = 1, token?: string): Promise<Cart> {
  const call = { parameters: { id, sku }, body: { quantity }, ...(token && { token }) };
  return bodyOf(await shop.stage.call(PutCartItem, call));
}

const cartAt = (id: CartId, token?: string) =>
  shop.stage.call(GetCart, { parameters: { id }, ...(token && { token }) });
const claimed = (id: CartId, token: string) => shop.stage.call(ClaimCart, { parameters: { id }, token });
const place = (cartId: CartId, { token = shop.token.shopper, idempotencyKey = randomUUID() } = {}) =>
  shop.stage.call(PlaceOrder, {
    body: { cartId, shippingAddress: anAddress(), paymentMethod: 'pm_card_visa' },
    idempotencyKey,
    token,
  });

function skuAt(index: number): Sku {
  const sku = skus[index];
  if (!sku) throw new Error('There are three products');
  return sku;
}

async function reprice(sku: Sku, amount: number): Promise<void> {
  const price = { amount, currency: 'EUR' } as const;
  const body = { name: `Test ${sku}`, description: 'For journeys', category: 'cooking', price } as const;
  bodyOf(await shop.stage.call(PutProduct, { parameters: { sku }, body, token: shop.token.operator }));
}

describe('a cart without a token', () => {
  it('keeps its items, also when two tabs add them concurrently, and removes them', async () => {
    const id = newCart();
    await Promise.all(skus.map((sku) => put(id, sku)));
    await put(id, skuAt(0), 3);
    const full = bodyOf(await cartAt(id));
    expect(Object.fromEntries(full.items.map(({ sku, quantity }) => [sku, quantity]))).toEqual({
      [skuAt(0)]: 3,
      [skuAt(1)]: 1,
      [skuAt(2)]: 1,
    });
    expect(full).toMatchObject({ cartId: id, total: { amount: 5 * 1999 } });
    const left = bodyOf(await shop.stage.call(DeleteCartItem, { parameters: { id, sku: skuAt(0) } }));
    expect(left.items).toHaveLength(2);
  }, 120_000);

  it('shows the available quantity of each product, and when it is less than requested', async () => {
    const sku = await shop.newProduct({ north: 2 });
    const id = newCart();
    await eventually(() => put(id, sku, 2), PATIENCE);
    expect(bodyOf(await cartAt(id)).items).toMatchObject([{ available: 2, changes: [] }]);
    expect((await put(id, sku, 3)).items).toMatchObject([{ available: 2, changes: ['limited_stock'] }]);
    await shop.count(sku, 'north', 0);
    expect(bodyOf(await cartAt(id)).items).toMatchObject([{ available: 0, changes: ['sold_out'] }]);
  }, 120_000);

  it.each<[string, string, unknown, number]>([
    ['a quantity of 0', '', { quantity: 0 }, 400],
    ['10,000 units', '', { quantity: 10_000 }, 400],
    ['10,000 items', '', { quantity: 1, items: Array.from({ length: 10_000 }, (_, n) => n) }, 400],
    ['a price in another currency', '', { quantity: 1, unitPrice: { amount: 1, currency: 'USD' } }, 400],
    ['an unknown product', 'NOBODY-SELLS-THIS', { quantity: 1 }, 404],
  ])('rejects %s', async (_, sku, body, status) => {
    const answer = await shop.stage.send('order', `/carts/${newCart()}/items/${sku || skuAt(0)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, Problem.parse(answer.body).status]).toEqual([status, status]);
  });

  it('does not exist before an item is added, and can’t have a guessable id', async () => {
    expect((await cartAt(newCart())).status).toBe(404);
    expect((await shop.stage.send('order', '/carts/1')).status).toBe(400);
  });
});

describe('the cart of a shopper who signs in', () => {
  it("belongs to the shopper only, merged with the account's cart, in every tab with its id", async () => {
    const { shopper, secondShopper } = shop.token;
    const [first, second] = [newCart(), newCart()];
    await put(first, skuAt(0));
    await put(second, skuAt(1));
    await claimed(first, shopper);
    const own = bodyOf(await claimed(second, shopper));
    expect(own.items.map(({ sku }) => sku)).toEqual(expect.arrayContaining([skuAt(0), skuAt(1)]));
    expect(bodyOf(await cartAt(second, shopper)).cartId).toBe(own.cartId);

    for (const id of [second, own.cartId]) {
      expect((await cartAt(id)).status).toBe(404);
      expect((await cartAt(id, secondShopper)).status).toBe(404);
      expect((await claimed(id, secondShopper)).status).toBe(404);
      expect((await place(id, { token: secondShopper })).status).toBe(400);
    }
    expect((await cartAt(own.cartId, `${shopper}x`)).status).toBe(401);
    // The cart of the sample shopper is stored, and would fill up.
    for (const { sku } of own.items)
      bodyOf(await shop.stage.call(DeleteCartItem, { parameters: { id: own.cartId, sku }, token: shopper }));
  }, 120_000);
});

describe('an ordered cart', () => {
  it('becomes one order, however often it is sent and with whichever keys, and is empty', async () => {
    const id = newCart();
    await put(id, skuAt(0), 2);
    const key = randomUUID();
    const keys = [key, key, randomUUID(), randomUUID()];
    const answers = await Promise.all(keys.map((idempotencyKey) => place(id, { idempotencyKey })));
    const [orderId, ...others] = new Set(answers.map((answer) => bodyOf(answer).orderId));
    if (!orderId) throw new Error('There is no order');
    expect(others).toEqual([]);
    expect(bodyOf(await place(id)).orderId).toBe(orderId);
    expect(bodyOf(await cartAt(id)).items).toEqual([]);
    expect(await shop.decided(orderId)).toMatchObject({ status: 'CONFIRMED', total: { amount: 2 * 1999 } });
  }, 180_000);

  it('is rejected at a changed price until the shopper has seen it', async () => {
    const sku = await shop.newProduct({ north: 5 });
    const id = newCart();
    await eventually(() => put(id, sku), PATIENCE);
    await reprice(sku, 2999);
    const [line] = await eventually(async () => {
      const { items } = bodyOf(await cartAt(id));
      expect(items).toMatchObject([{ changes: ['price_changed'] }]);
      return items;
    }, PATIENCE);
    expect(line).toMatchObject({ unitPrice: { amount: 2999 }, previousPrice: { amount: 1999 } });
    const rejected = await place(id);
    expect([rejected.status, rejected.ok ? undefined : rejected.body.type]).toEqual([
      409,
      'https://waypost.example/problems/price-changed',
    ]);

    const body = { quantity: 1, unitPrice: { amount: 2999, currency: 'EUR' } } as const;
    bodyOf(await shop.stage.call(PutCartItem, { parameters: { id, sku }, body }));
    const { orderId } = bodyOf(await place(id));
    const order = bodyOf(await shop.stage.call(GetOrder, { parameters: { id: orderId }, token: shop.token.shopper }));
    expect(order.total.amount).toBe(2999);
  }, 180_000);
});
