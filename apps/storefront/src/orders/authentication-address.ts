import type { Order } from '../api/shop.ts';

/**
 * Returns the address where the shopper authenticates the payment, while the order waits for it. Only http(s) addresses
 * become links.
 */
export function authenticationAddress({ status, payment }: Order): string | undefined {
  if (status !== 'AWAITING_PAYMENT' || payment.status !== 'authentication_required') return undefined;
  const { nextActionUrl = '' } = payment;
  if (!URL.canParse(nextActionUrl)) return undefined;
  const { protocol, href } = new URL(nextActionUrl);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
