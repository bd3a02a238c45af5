import { describe, expect, it } from '@jest/globals';
import { Order as OrderSchema, ShopperId } from '@waypost/contracts';
import { anOrder } from '../../test/build-order.ts';
import { ordersInMemory } from '../../test/orders-in-memory.ts';
import { evolve } from '../domain/order.ts';
import { showOrder } from './show-order.ts';

const order = anOrder();
const at = '2026-05-04T09:31:00.000Z';

describe("a shopper's own order", () => {
  it.each([
    ['PLACED', order, 'pending'],
    ['CONFIRMED', evolve(order, { type: 'confirmed', at, shipments: [] }), 'captured'],
    ['CANCELLED', evolve(order, { type: 'cancelled', at, reason: 'out_of_stock' }), 'not_taken'],
  ])('that is %s is shown as the contract has it', async (status, stored, payment) => {
    const shown = await showOrder({ orders: ordersInMemory(stored) }, stored.orderId, stored.shopperId);
    expect(shown).toMatchObject({ status, payment: { status: payment } });
    expect(() => OrderSchema.parse(shown)).not.toThrow();
    expect(shown).not.toHaveProperty('bodyHash');
  });
});

describe('an order of somebody else', () => {
  it('is as if it were not there', async () => {
    const shown = await showOrder({ orders: ordersInMemory(order) }, order.orderId, ShopperId.parse('eve'));
    expect(shown).toBeUndefined();
  });
});
