import { describe, expect, it } from 'vitest';
import { Sku } from '@waypost/contracts';
import { assessRisk } from './assess-risk.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' }) as const;
const threshold = euros(100_000);
const lines = (quantity: number) => [{ sku: Sku.parse('TENT'), quantity }];

describe('the risk of an order', () => {
  it.each([
    ['at the threshold', 100_000, 1, []],
    ['above the threshold', 100_001, 1, ['large_total']],
    ['of 49 units', 4900, 49, []],
    ['of 50 units', 5000, 50, ['bulk_quantity']],
    ['of both', 500_000, 99, ['large_total', 'bulk_quantity']],
  ])('%s', (_, total, quantity, reason) => {
    expect(assessRisk({ lines: lines(quantity), total: euros(total) }, threshold)).toEqual(
      reason.length > 0 ? { outcome: 'review', reason } : { outcome: 'low' },
    );
  });
});
