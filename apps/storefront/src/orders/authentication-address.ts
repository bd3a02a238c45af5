import type { Order } from '../api/shop.ts';

/** Where the shopper authenticates the payment, while the order waits for that. Only an address of the web becomes a link. */
export function authenticationAddress({ status, payment }: Order): string | undefined {
  if (status !== 'AWAITING_PAYMENT' || payment.status !== 'authentication_required') return undefined;
  const { nextActionUrl = '' } = payment;
  if (!URL.canParse(nextActionUrl)) return undefined;
  const { protocol, href } = new URL(nextActionUrl);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
