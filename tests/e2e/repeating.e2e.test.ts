import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { GetOrder, ListOrders, PlaceOrder } from '@waypost/contracts';
import { anAddress, bodyOf } from '@waypost/test-kit';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

describe('ten concurrent POST /orders with the same key', () => {
  it('create one order and get the same response; another body with that key is rejected', async () => {
    const { stage, token } = shop;
    const sku = await shop.newProduct({ north: 100 });
    // The order service knows the product once it accepted an order of it.
    await shop.decided(await shop.place({ lines: [{ sku, quantity: 1 }] }));
    const idempotencyKey = randomUUID();
    const body = { lines: [{ sku, quantity: 3 }], shippingAddress: anAddress(), paymentMethod: 'pm_card_visa' };
    const call = { body, idempotencyKey, token: token.shopper };

    const answers = await Promise.all(Array.from({ length: 10 }, () => stage.call(PlaceOrder, call)));
    const bodies = answers.map((answer) => JSON.stringify(bodyOf(answer)));
    expect(new Set(bodies).size).toBe(1);
    const { items } = bodyOf(await stage.call(ListOrders, { query: { limit: 100 }, token: token.shopper }));
    expect(items.filter(({ lines }) => lines.some((line) => line.sku === sku && line.quantity === 3))).toHaveLength(1);

    const { orderId } = PlaceOrder.response.parse(JSON.parse(bodies[0] ?? ''));
    expect(await shop.decided(orderId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await shop.paymentRecordsOf(orderId)).toHaveLength(1);

    const other = { ...call, body: { ...body, lines: [{ sku, quantity: 4 }] } };
    expect((await stage.call(PlaceOrder, other)).status).toBe(422);
  }, 180_000);

  it('create an order of his own for another shopper', async () => {
    const sku = await shop.newProduct({ north: 2 });
    const idempotencyKey = randomUUID();
    const lines = [{ sku, quantity: 1 }];
    const mine = await shop.place({ lines, idempotencyKey });
    const his = await shop.place({ lines, idempotencyKey, by: 'secondShopper' });
    expect(his).not.toBe(mine);
  }, 120_000);
});

describe('an unchanged order', () => {
  it('is 304 for a client with its ETag, and has a final status', async () => {
    const { stage, token } = shop;
    const sku = await shop.newProduct({ north: 1 });
    const id = await shop.place({ lines: [{ sku, quantity: 1 }] });
    await shop.reaches('COMPLETED', id);
    const first = await stage.call(GetOrder, { parameters: { id }, token: token.shopper });
    expect(first.headers.get('retry-after')).toBeNull();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"/);
    const again = await stage.send('order', `/orders/${id}`, {
      headers: { authorization: `Bearer ${token.shopper}`, 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  }, 120_000);
});
