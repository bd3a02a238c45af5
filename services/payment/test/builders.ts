import { type AuthorizePaymentRequest, OrderId, ShopperId } from '@waypost/contracts';

export const now = '2026-05-04T09:30:00.000Z';
export const orderId = OrderId.parse(`ord_${'1'.padStart(32, '0')}`);
export const shopperId = ShopperId.parse('shopper-1');

/** The page to which a shopper comes back who had to authenticate. */
export const returnUrl = async () => 'https://shop.example/orders/1';

/** An authorization of the one order of a test. */
export function authorization(given: Partial<AuthorizePaymentRequest> = {}): AuthorizePaymentRequest {
  return {
    payableId: orderId,
    attempt: 1,
    shopperId,
    amount: { amount: 24900, currency: 'EUR' },
    paymentMethod: 'pm_card_visa',
    ...given,
  };
}
