import { describe, expect, it } from 'vitest';
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
} from '../../../test/build-order.ts';
import { ordersInMemory } from '../../../test/orders-in-memory.ts';
import { evolve, type Order } from '../../domain/order/order.ts';
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
    ['CANCELLED', cancelled(), 'not_charged'],
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

describe('an order that its shopper wants to cancel', () => {
  const [requested, left] = [{ recall: 'requested' }, { recall: 'left' }] as const;
  const shipped = orderThatIs({ status: 'SHIPPED', shipments: [] });
  it.each([
    ['in review', decidedOn({ cancellation: 'requested' }, inReview()), 'requested'],
    ['with a recall in progress', decidedOn(requested, confirmed()), 'requested'],
    ['of which something has left', decidedOn(left, confirmed()), 'too_late'],
    ['of which something left before shipping was asked', decidedOn(requested, shipped), 'too_late'],
    ['cancelled', cancelled(decidedOn({ cancellation: 'requested' })), undefined],
    ['kept', confirmed(), undefined],
  ])('and that is %s tells so', async (_, order, cancellation) => {
    expect((await shown(order))?.cancellation).toBe(cancellation);
  });
});

describe('an order of another shopper', () => {
  it('is as if it were not there', async () => {
    const orders = ordersInMemory(anOrder());
    expect(await showOrder({ orders }, anOrder().orderId, ShopperId.parse('eve'))).toBeUndefined();
  });
});
