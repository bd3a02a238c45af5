import { describe, expect, it } from 'vitest';
import { OrderStatus } from '@waypost/contracts';
import type { Order } from '../api/shop.ts';
import { refundOf, returnableLines, returnedQuantity } from './returnable.ts';

const at = '2026-05-03T12:00:00.000Z';
const now = new Date('2026-05-10T12:00:00.000Z');
const price = (amount: number) => ({ amount, currency: 'EUR' as const });

const order = (status: OrderStatus, returned: readonly number[] = []): Order => ({
  orderId: `ord_${'0'.repeat(32)}`,
  status,
  lines: [
    { sku: 'TENT', name: 'A tent', quantity: 3, unitPrice: price(100) },
    { sku: 'MUG', name: 'A mug', quantity: 1, unitPrice: price(7) },
  ],
  total: price(307),
  shippingAddress: { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'DE' },
  history: [],
  shipments: [],
  payment: { status: 'settled' },
  returnableUntil: '2026-06-03T12:00:00.000Z',
  returns: returned.map((quantity, index) => ({
    returnId: `ret_${'0'.repeat(32)}_0000000${index}`,
    status: 'REQUESTED',
    lines: [{ sku: 'TENT', quantity }],
    refund: price(100 * quantity),
    history: [{ status: 'REQUESTED', at }],
  })),
});

const left = (of: Order, when = now) => returnableLines(of, when).map((line) => `${line.left} ${line.sku}`);

describe('the returnable lines', () => {
  it('are all lines of a delivered order, and none of any other', () => {
    expect(OrderStatus.options.filter((status) => left(order(status)).length > 0)).toEqual(['DELIVERED', 'COMPLETED']);
    expect(left(order('DELIVERED'))).toEqual(['3 TENT', '1 MUG']);
  });

  it('exclude units that are already being returned', () => {
    expect(left(order('COMPLETED', [1]))).toEqual(['2 TENT', '1 MUG']);
    expect(left(order('COMPLETED', [1, 2]))).toEqual(['1 MUG']);
    expect(returnedQuantity(order('COMPLETED', [1, 2]), 'TENT')).toBe(3);
  });

  it('are none after the return period, or without one', () => {
    expect(left(order('DELIVERED'), new Date('2026-06-03T12:00:00.000Z'))).toEqual([]);
    const { returnableUntil, ...without } = order('DELIVERED');
    expect(returnableUntil).toBeDefined();
    expect(returnableLines(without, now)).toEqual([]);
  });
});

describe('the refund', () => {
  it('is the price paid for those lines', () => {
    const lines = [
      { sku: 'TENT', quantity: 2 },
      { sku: 'MUG', quantity: 1 },
    ];
    expect(refundOf(lines, order('DELIVERED'))).toEqual(price(207));
    expect(refundOf([], order('DELIVERED'))).toEqual(price(0));
  });
});
