import { OrderId, PaymentMethod, ShopperId, Sku } from '@waypost/contracts';
import { evolve, type Order, type PlacedOrder } from '../src/domain/order.ts';

/** What a shopper placed: two tents, unless told otherwise. */
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
    placedAt: '2026-05-04T09:30:00.000Z',
    ...overrides,
  };
}

/** An order to which nothing happened yet. */
export const anOrder = (overrides: Partial<PlacedOrder> = {}): Order =>
  evolve(undefined, { type: 'placed', order: placedOrder(overrides) });
