import { describe, expect, it } from 'vitest';
import { anOrder, AT, awaitingPayment, cancelled, confirmed, inReview } from '../../../test/build-order.ts';
import { evolve, type Order, type OrderEvent } from './order.ts';
import { factsOf } from './order-facts.ts';

/** Events of an order when it reaches its status. */
const toldOf = (order: Order) => factsOf(order.status === 'PLACED' ? undefined : anOrder(), order);

describe('what an order tells the shop', () => {
  it.each([
    ['OrderPlaced', anOrder()],
    ['OrderReviewRequested', inReview()],
    ['OrderConfirmed', confirmed()],
    ['OrderCancelled', cancelled()],
  ])('is %s with its lines and total', (name, order) => {
    expect(toldOf(order)).toMatchObject([
      { name, subject: order.orderId, data: { total: order.total, lines: order.lines } },
    ]);
  });

  it('says why it was cancelled, and why it is in review', () => {
    expect(toldOf(cancelled())[0]?.data).toMatchObject({ reason: 'out_of_stock' });
    expect(toldOf(inReview())[0]?.data).toMatchObject({ reason: ['large_total'] });
  });

  it.each([anOrder(), inReview(), awaitingPayment(), confirmed(), cancelled()])(
    'never holds an address, a payment method or a token ($status)',
    (order) => {
      expect(JSON.stringify(toldOf(order))).not.toMatch(/Ada Byron|pm_card_visa|-token/);
    },
  );
});

describe('an order that comes through several statuses at once', () => {
  it('tells each of them, in order', () => {
    const settled = evolve(confirmed(), { type: 'settled', at: AT });
    const delivered = evolve(settled, {
      type: 'parcel_reported',
      at: AT,
      shipmentId: 'shp_1',
      status: 'DELIVERED',
      since: AT,
    });
    expect(factsOf(confirmed(), settled)).toEqual([]);
    expect(factsOf(settled, delivered).map(({ name }) => name)).toEqual([
      'OrderShipped',
      'OrderDelivered',
      'OrderCompleted',
    ]);
  });
});

describe('what only its workflow has to know', () => {
  it.each<OrderEvent>([
    { type: 'decided', at: AT, decision: { cancellation: 'requested' } },
    { type: 'redriven', at: AT },
    { type: 'parked', at: AT },
  ])('($type) is not published', (event) => {
    expect(factsOf(inReview(), evolve(inReview(), event))).toEqual([]);
  });

  it('is that it waits again by another token', () => {
    const again = { status: 'IN_REVIEW', reason: ['large_total'], taskToken: 'another' } as const;
    const event = { type: 'moved', at: '2026-05-04T10:00:00.000Z', to: again } as const;
    expect(factsOf(inReview(), evolve(inReview(), event))).toEqual([]);
  });
});
