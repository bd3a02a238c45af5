import { describe, expect, it } from 'vitest';
import { RequestReturn } from '@waypost/contracts';
import { products } from '../../../services/catalog/seed/products.ts';
import { FakeOrder } from './fake-order.ts';

const shippingAddress = { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'DE' } as const;
const bank = 'https://bank.example/';

const productOf = () => products.map((product) => ({ ...product, sku: 'A', stock: { north: 99, south: 0 } }))[0];

const orderOf = (paymentMethod: string, quantity = 0) =>
  new FakeOrder(
    `ord_${'0'.repeat(32)}`,
    'a',
    { lines: quantity > 0 ? [{ sku: 'A', quantity }] : [], shippingAddress, paymentMethod },
    productOf,
  );

const after = (looks: number, order: FakeOrder) => {
  for (let look = 0; look < looks; look += 1) order.look();
  return order.order(bank).status;
};

describe('the fake order of the browser tests', () => {
  it('is confirmed by itself, and final when its parcels are delivered', () => {
    const order = orderOf('pm_card_visa', 1);
    expect(after(10, order)).toBe('CONFIRMED');
    expect(order.isMoving()).toBe(true);
    order.tellParcel('PACKED');
    expect(after(1, order)).toBe('CONFIRMED');
    order.tellParcel('DISPATCHED');
    expect(after(1, order)).toBe('SHIPPED');
    expect(order.requestCancellation()).toBe('too late');
    order.complete();
    expect(after(1, order)).toBe('COMPLETED');
    expect(order.isMoving()).toBe(false);
  });

  it('is refunded when it is cancelled after its confirmation', () => {
    const order = orderOf('pm_card_visa', 1);
    after(10, order);
    expect(order.requestCancellation()).toBe('recorded');
    order.cancel('customer_request');
    expect(after(10, order)).toBe('CANCELLED');
    expect(order.payment()?.status).toBe('refunded');
    expect(order.order(bank).payment).toEqual({ status: 'refunded' });
  });

  it('is returned when all items were received, and its returns proceed by themselves', () => {
    const order = orderOf('pm_card_visa', 2);
    order.complete();
    const send = (key: string, quantity: number) =>
      order.requestReturn(key, `${quantity}`, RequestReturn.body.parse({ lines: [{ sku: 'A', quantity }] }));
    expect(send('k', 1)).toBe(send('k', 1));
    expect(() => send('k', 2)).toThrow('The Idempotency-Key was used');
    expect(() => send('l', 2)).toThrow('Conflict: the resource was modified');
    expect(after(10, order)).toBe('COMPLETED');
    send('l', 1);
    expect(after(1, order)).toBe('COMPLETED');
    expect(after(2, order)).toBe('RETURNED');
    expect(order.order(bank).returns.map(({ status }) => status)).toEqual(['REFUNDED', 'REFUNDED']);
  });

  it('waits for the operator and for the bank, at any number of reads', () => {
    const order = orderOf('pm_card_authenticationRequired', 20);
    expect(after(10, order)).toBe('IN_REVIEW');
    order.approve();
    expect(after(10, order)).toBe('AWAITING_PAYMENT');
    expect(order.order(bank).payment).toEqual({ status: 'authentication_required', nextActionUrl: bank });
    order.approve();
    expect(after(10, order)).toBe('CONFIRMED');
  });

  it('does not proceed while a cancellation is requested, then ends', () => {
    const order = orderOf('pm_card_visa');
    expect(order.requestCancellation()).toBe('recorded');
    expect(after(10, order)).toBe('PLACED');
    order.cancel('customer_request');
    expect(after(10, order)).toBe('CANCELLED');
  });
});
