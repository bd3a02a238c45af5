import { describe, expect, it } from 'vitest';
import { Sku } from '@waypost/contracts';
import * as fc from 'fast-check';
import { type PricedProduct, priceLines } from './price-lines.ts';

const product = (sku: string, amount: number): PricedProduct => ({
  sku: Sku.parse(sku),
  name: `The ${sku}`,
  price: { amount, currency: 'EUR' },
});
const known = (...products: readonly PricedProduct[]) => new Map(products.map((each) => [each.sku, each]));
const line = (sku: string, quantity: number) => ({ sku: Sku.parse(sku), quantity });

describe('lines whose products are all known', () => {
  it('get their name and price, and sum up', () => {
    expect(priceLines([line('MUG', 3), line('TENT', 1)], known(product('MUG', 1250), product('TENT', 34900)))).toEqual({
      outcome: 'priced',
      lines: [
        { sku: 'MUG', quantity: 3, name: 'The MUG', unitPrice: { amount: 1250, currency: 'EUR' } },
        { sku: 'TENT', quantity: 1, name: 'The TENT', unitPrice: { amount: 34900, currency: 'EUR' } },
      ],
      total: { amount: 3 * 1250 + 34900, currency: 'EUR' },
    });
  });

  it('cost the same in any order of lines', () => {
    const amounts = fc.array(fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(amounts, (each) => {
        const products = known(...each.map(([amount], index) => product(`P${index}`, amount)));
        const lines = each.map(([, quantity], index) => line(`P${index}`, quantity));
        const total = (of: typeof lines) => priceLines(of, products);
        expect(total(lines.toReversed())).toMatchObject({
          total: { amount: each.reduce((sum, [amount, quantity]) => sum + amount * quantity, 0) },
        });
      }),
    );
  });
});

describe('lines with unknown products', () => {
  it('are all named, not only the first', () => {
    const lines = [line('GONE', 1), line('MUG', 1), line('LOST', 1)];
    expect(priceLines(lines, known(product('MUG', 1250)))).toEqual({ outcome: 'unknown_products', lines: [0, 2] });
  });
});
