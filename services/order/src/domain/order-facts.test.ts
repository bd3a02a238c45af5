import { describe, expect, it } from '@jest/globals';
import { anOrder } from '../../test/build-order.ts';
import { evolve } from './order.ts';
import { factOf } from './order-facts.ts';

const at = '2026-05-04T09:31:00.000Z';
const confirmed = evolve(anOrder(), { type: 'confirmed', at, shipments: [] });
const cancelled = evolve(anOrder(), { type: 'cancelled', at, reason: 'payment_declined' });

describe('what an order tells the shop', () => {
  it.each([
    ['OrderPlaced', anOrder()],
    ['OrderConfirmed', confirmed],
    ['OrderCancelled', cancelled],
  ])('is %s with its lines and total', (name, order) => {
    expect(factOf(order)).toMatchObject({
      name,
      subject: order.orderId,
      data: { total: order.total, lines: order.lines },
    });
  });

  it('says why it was cancelled', () => {
    expect(factOf(cancelled).data).toMatchObject({ reason: 'payment_declined' });
  });

  it.each([anOrder(), confirmed, cancelled])('never holds an address or a payment method', (order) => {
    const told = JSON.stringify(factOf(order));
    expect(told).not.toContain('Ada Byron');
    expect(told).not.toContain('pm_card_visa');
  });
});
