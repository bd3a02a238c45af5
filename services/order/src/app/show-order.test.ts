import { describe, expect, it } from '@jest/globals';
import { Order as OrderSchema, ShopperId } from '@waypost/contracts';
import {
  anOrder,
  AT,
  awaitingPayment,
  cancelled,
  confirmed,
  decidedOn,
  inReview,
  orderThatIs,
} from '../../test/build-order.ts';
import { ordersInMemory } from '../../test/orders-in-memory.ts';
import { evolve, type Order } from '../domain/order.ts';
import { showOrder } from './show-order.ts';

const shown = (order: Order) => showOrder({ orders: ordersInMemory(order) }, order.orderId, order.shopperId);

describe("a shopper's own order", () => {
  it.each([
    ['PLACED', anOrder(), 'pending'],
    ['IN_REVIEW', inReview(), 'pending'],
    ['AWAITING_PAYMENT', awaitingPayment(), 'authentication_required'],
    ['CONFIRMED', confirmed(), 'captured'],
    ['SHIPPED', orderThatIs({ status: 'SHIPPED', shipments: [] }), 'captured'],
    ['COMPLETED', evolve(orderThatIs({ status: 'COMPLETED', shipments: [] }), { type: 'settled', at: AT }), 'settled'],
    ['CANCELLED', cancelled(), 'not_taken'],
    ['CANCELLED', cancelled(confirmed()), 'refunded'],
  ])('that is %s is shown as the contract has it', async (status, order, payment) => {
    const view = await shown(order);
    expect(view).toMatchObject({ status, payment: { status: payment } });
    expect(() => OrderSchema.parse(view)).not.toThrow();
    expect(JSON.stringify(view)).not.toMatch(/bodyHash|-token|decisions/);
  });
});

describe('an order whose payment has to be authenticated', () => {
  it('says where, as long as that is of use', async () => {
    expect((await shown(awaitingPayment()))?.payment.nextActionUrl).toBe('https://pay.example/authenticate');
    for (const decision of [{ authentication: 'authorized' }, { cancellation: 'requested' }] as const) {
      expect((await shown(decidedOn(decision, awaitingPayment())))?.payment).toEqual({ status: 'pending' });
    }
  });
});

describe('an order of somebody else', () => {
  it('is as if it were not there', async () => {
    const orders = ordersInMemory(anOrder());
    expect(await showOrder({ orders }, anOrder().orderId, ShopperId.parse('eve'))).toBeUndefined();
  });
});
