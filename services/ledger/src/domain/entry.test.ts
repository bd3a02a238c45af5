import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { aCapture, aRefund } from '../../test/entries.ts';
import { sumOf, taxIn } from './entry.ts';

describe('a payment that was captured', () => {
  it('is held by the provider, for goods and the tax in them', () => {
    expect(aCapture(1, 11_900).lines).toEqual([
      { account: 'provider-clearing', side: 'debit', amount: 11_900 },
      { account: 'goods-sold', side: 'credit', amount: 10_000 },
      { account: 'value-added-tax', side: 'credit', amount: 1900 },
    ]);
  });

  it('of a cent holds no tax', () => {
    expect(aCapture(1, 1).lines.map(({ account }) => account)).toEqual(['provider-clearing', 'goods-sold']);
  });
});

describe('a refunded payment', () => {
  it('leaves the provider, and what was sold as it is', () => {
    expect(aRefund(1, 11_900).lines).toEqual([
      { account: 'goods-returned', side: 'debit', amount: 10_000 },
      { account: 'value-added-tax', side: 'debit', amount: 1900 },
      { account: 'provider-clearing', side: 'credit', amount: 11_900 },
    ]);
  });
});

it('any amount balances, and its tax is the nearest cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (amount) => {
      for (const { lines } of [aCapture(1, amount), aRefund(1, amount)]) {
        expect(sumOf(lines, 'debit')).toBe(sumOf(lines, 'credit'));
        expect(lines.every((line) => line.amount > 0)).toBe(true);
      }
      expect(Math.abs(taxIn(amount) - amount * (19 / 119))).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
  );
});
