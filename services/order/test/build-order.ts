import { OrderId, PaymentMethod, ShopperId, Sku } from '@waypost/contracts';
import { evolve, type Decisions, type Order, type PlacedOrder, type Progress } from '../src/domain/order/order.ts';

/** When everything happens that a test doesn't date. */
export const AT = '2026-05-04T09:31:00.000Z';

export const DELIVERED_AT = '2026-05-05T10:00:00.000Z';

/** An order as a shopper placed it: two tents by default. */
export function placedOrder(overrides: Partial<PlacedOrder> = {}): PlacedOrder {
  return {
    orderId: OrderId.parse(`ord_${'a1'.repeat(16)}`),
    shopperId: ShopperId.parse('shopper-1'),
    lines: [
      {
        sku: Sku.parse('TENT-RIDGE-2P'),
        quantity: 2,
        name: 'Ridge 2P',
        unitPrice: { amount: 34900, currency: 'EUR' },
      },
    ],
    total: { amount: 69800, currency: 'EUR' },
    shippingAddress: { name: 'Ada Byron', line1: '1 Analytical Way', city: 'London', postalCode: 'N1', country: 'GB' },
    paymentMethod: PaymentMethod.parse('pm_card_visa'),
    bodyHash: '0'.repeat(32),
    correlationId: 'click-1',
    placedAt: '2026-05-04T09:30:00.000Z',
    ...overrides,
  };
}

/** An order to which nothing happened yet. */
export const anOrder = (overrides: Partial<PlacedOrder> = {}): Order =>
  evolve(undefined, { type: 'placed', order: placedOrder(overrides) });

/** An order that came so far. */
export const orderThatIs = (to: Progress, order: Order = anOrder()): Order =>
  evolve(order, { type: 'moved', at: AT, to });

export const inReview = (order?: Order): Order =>
  orderThatIs({ status: 'IN_REVIEW', reason: ['large_total'], taskToken: 'review-token' }, order);

export const awaitingPayment = (order?: Order): Order =>
  orderThatIs(
    { status: 'AWAITING_PAYMENT', nextActionUrl: 'https://pay.example/authenticate', taskToken: 'payment-token' },
    order,
  );

export const confirmed = (order?: Order): Order =>
  orderThatIs({ status: 'CONFIRMED', shipments: [{ shipmentId: 'shp_1', warehouse: 'north' }] }, order);

export const cancelled = (order?: Order): Order => orderThatIs({ status: 'CANCELLED', reason: 'out_of_stock' }, order);

/** An order whose one parcel was delivered, on the day after it was placed. */
export const delivered = (order?: Order): Order =>
  evolve(confirmed(order), {
    type: 'parcel_reported',
    at: DELIVERED_AT,
    shipmentId: 'shp_1',
    status: 'DELIVERED',
    since: DELIVERED_AT,
  });

/** An order on which that was decided. */
export const decidedOn = (decision: Decisions, order: Order = anOrder()): Order =>
  evolve(order, { type: 'decided', at: AT, decision });
