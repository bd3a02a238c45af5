import { describe, expect, it } from '@jest/globals';
import { FakeOrder } from './fake-order.ts';

const shippingAddress = { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'DE' };
const bank = 'https://bank.example/';

const orderOf = (paymentMethod: string, quantity = 0) =>
  new FakeOrder(
    `ord_${'0'.repeat(32)}`,
    'a',
    { lines: quantity > 0 ? [{ sku: 'A', quantity }] : [], shippingAddress, paymentMethod },
    () => undefined,
  );

const after = (looks: number, order: FakeOrder) => {
  for (let look = 0; look < looks; look += 1) order.look();
  return order.order(bank).status;
};

describe('the fake order of the browser tests', () => {
  it('comes to rest', () => {
    const order = orderOf('pm_card_visa');
    expect(after(10, order)).toBe('CONFIRMED');
    expect(order.isMoving()).toBe(false);
  });

  it('waits for a person and for the bank, however often it is looked at', () => {
    const order = orderOf('pm_card_authenticationRequired', 20);
    expect(after(10, order)).toBe('IN_REVIEW');
    order.approve();
    expect(after(10, order)).toBe('AWAITING_PAYMENT');
    expect(order.order(bank).payment).toEqual({ status: 'authentication_required', nextActionUrl: bank });
    order.approve();
    expect(after(10, order)).toBe('CONFIRMED');
    expect(order.requestCancellation()).toBe('too late');
  });

  it('stands still while a cancellation is asked for, then ends', () => {
    const order = orderOf('pm_card_visa');
    expect(order.requestCancellation()).toBe('recorded');
    expect(after(10, order)).toBe('PLACED');
    order.cancel('customer_request');
    expect(after(10, order)).toBe('CANCELLED');
  });
});
