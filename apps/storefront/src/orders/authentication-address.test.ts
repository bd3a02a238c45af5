import { describe, expect, it } from 'vitest';
import type { Order } from '../api/shop.ts';
import { authenticationAddress } from './authentication-address.ts';

const order = (status: Order['status'], payment: Order['payment']): Order => ({
  orderId: `ord_${'0'.repeat(32)}`,
  status,
  lines: [],
  total: { amount: 100, currency: 'EUR' },
  shippingAddress: { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'DE' },
  history: [],
  shipments: [],
  returns: [],
  payment,
});

const waiting = (nextActionUrl: string) =>
  order('AWAITING_PAYMENT', { status: 'authentication_required', nextActionUrl });

describe('an order that waits for its payment', () => {
  it.each(['https://bank.example/authenticate/pi_1?a=b', 'http://localhost:5173/api/sandbox/authenticate/pi_1'])(
    'leads to %s, an address of the web',
    (url) => {
      expect(authenticationAddress(waiting(url))).toBe(url);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hello',
    'blob:https://bank.example/1',
    'file:///etc/passwd',
    '/api/sandbox/authenticate/pi_1',
    'bank.example',
    '',
  ])('does not lead to %j', (url) => {
    expect(authenticationAddress(waiting(url))).toBeUndefined();
  });

  it('has no link without an address, or after the bank received the answer', () => {
    expect(authenticationAddress(order('AWAITING_PAYMENT', { status: 'authentication_required' }))).toBeUndefined();
    expect(
      authenticationAddress(order('AWAITING_PAYMENT', { status: 'pending', nextActionUrl: 'https://bank.example/' })),
    ).toBeUndefined();
  });
});

describe('an order that no longer waits for its payment', () => {
  it.each(['PLACED', 'IN_REVIEW', 'CONFIRMED', 'CANCELLED'] as const)('%s has no link', (status) => {
    const payment = { status: 'authentication_required', nextActionUrl: 'https://bank.example/' } as const;
    expect(authenticationAddress(order(status, payment))).toBeUndefined();
  });
});
