import { describe, expect, it } from 'vitest';
import { PaymentMethod, ShopperId, Sku } from '@waypost/contracts';
import { placedOrder } from '../../../test/build-order.ts';
import { ordersInMemory } from '../../../test/orders-in-memory.ts';
import type { Products } from '../../ports.ts';
import { placeOrder, type PlaceOrderRequest } from './place-order.ts';

const sku = Sku.parse('TENT-RIDGE-2P');
const now = '2026-05-04T09:30:00.000Z';

const selling = (...skus: readonly Sku[]): Products => ({
  bySku: async (asked) =>
    new Map(
      asked
        .filter((each) => skus.includes(each))
        .map((each) => [each, { sku: each, name: 'Ridge 2P', price: { amount: 34900, currency: 'EUR' } }]),
    ),
});

const request = (overrides: Partial<PlaceOrderRequest['body']> = {}): PlaceOrderRequest => ({
  shopperId: ShopperId.parse('ada'),
  idempotencyKey: 'key-1',
  body: {
    lines: [{ sku, quantity: 2 }],
    shippingAddress: placedOrder().shippingAddress,
    paymentMethod: PaymentMethod.parse('pm_card_visa'),
    ...overrides,
  },
});

describe('a shopper who orders for the first time under a key', () => {
  it('gets an order that is placed, priced by the catalogue', async () => {
    const orders = ordersInMemory();
    const result = await placeOrder({ orders, products: selling(sku), now, correlationId: 'click-1' }, request());
    expect(result).toMatchObject({
      outcome: 'placed',
      order: { status: 'PLACED', total: { amount: 69800 }, placedAt: now },
    });
    expect(orders.saved).toHaveLength(1);
  });

  it('names the unknown products, and places nothing', async () => {
    const orders = ordersInMemory();
    const result = await placeOrder({ orders, products: selling(), now, correlationId: 'click-1' }, request());
    expect(result).toEqual({ outcome: 'unknown_products', lines: [0] });
    expect(orders.saved).toHaveLength(0);
  });
});

describe('a shopper who sends the same order again under the same key', () => {
  it('gets the same order, and no second one', async () => {
    const orders = ordersInMemory();
    const ports = { orders, products: selling(sku), now, correlationId: 'click-1' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(ports, request())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(orders.saved).toHaveLength(1);
  });

  it('gets it even after the product left the catalogue', async () => {
    const orders = ordersInMemory();
    const first = await placeOrder({ orders, products: selling(sku), now, correlationId: 'click-1' }, request());
    expect(await placeOrder({ orders, products: selling(), now, correlationId: 'click-1' }, request())).toEqual(first);
  });
});

describe('a shopper who sends another order under a key that was used', () => {
  it('is rejected, and the first order stays as it was', async () => {
    const orders = ordersInMemory();
    const ports = { orders, products: selling(sku), now, correlationId: 'click-1' };
    await placeOrder(ports, request());
    expect(await placeOrder(ports, request({ lines: [{ sku, quantity: 3 }] }))).toEqual({ outcome: 'key_reused' });
    expect(orders.saved).toHaveLength(1);
  });
});
