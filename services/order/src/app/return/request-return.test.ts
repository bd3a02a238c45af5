import { describe, expect, it } from 'vitest';
import { ShopperId } from '@waypost/contracts';
import { delivered } from '../../../test/build-order.ts';
import { ordersInMemory } from '../../../test/orders-in-memory.ts';
import { requestReturn } from './request-return.ts';

const order = delivered();
const { orderId, shopperId } = order;
const lines = order.lines.map(({ sku, quantity }) => ({ sku, quantity }));
const now = '2026-05-06T10:00:00.000Z';
const ask = { orderId, shopperId, idempotencyKey: 'key-1', lines };

describe('a shopper who sends something back', () => {
  it('gets the same response, and is published once, for concurrent and repeated requests', async () => {
    const orders = ordersInMemory(order);
    const answers = await Promise.all([1, 2, 3].map(() => requestReturn({ orders, now }, ask)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 'REQUESTED', refund: order.total });
    expect(orders.published.map(({ name }) => name)).toEqual(['OrderReturnRequested']);
  });

  it('is rejected something else under the same key, and more than is left under another', async () => {
    const orders = ordersInMemory(order);
    await requestReturn({ orders, now }, ask);
    const half = lines.map((line) => ({ ...line, quantity: 1 }));
    expect(await requestReturn({ orders, now }, { ...ask, lines: half })).toBe('other_request');
    expect(await requestReturn({ orders, now }, { ...ask, idempotencyKey: 'key-2' })).toBe('returned_already');
    expect(orders.saved).toHaveLength(1);
  });

  it('finds no order of another shopper', async () => {
    const orders = ordersInMemory(order);
    const stranger = ShopperId.parse('shopper-2');
    expect(await requestReturn({ orders, now }, { ...ask, shopperId: stranger })).toBe('unknown_order');
    expect(orders.saved).toEqual([]);
  });
});
