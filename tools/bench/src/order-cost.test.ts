import { describe, expect, it } from 'vitest';
import { costOf, describeCosts, type Use } from './order-cost.ts';

const use = (changes: Partial<Use>): Use => ({
  price: 'writeUnit',
  amount: 4,
  by: 'order',
  part: 'confirmation',
  ...changes,
});

describe('the cost of an order', () => {
  it('adds up what is of one price, and says who used it', () => {
    const { lines } = costOf([use({}), use({ by: 'inventory', amount: 6 }), use({ by: 'order', amount: 4 })]);
    expect(lines).toEqual([
      {
        price: 'writeUnit',
        amount: 14,
        dollars: { confirmation: expect.closeTo(0.00875), fulfilment: 0, mails: 0 },
        by: [
          ['order', 8],
          ['inventory', 6],
        ],
      },
    ]);
  });

  it('puts what costs most first', () => {
    const { lines } = costOf([use({}), use({ price: 'standardTransition', amount: 7 })]);
    expect(lines.map(({ price }) => price)).toEqual(['standardTransition', 'writeUnit']);
  });

  it('keeps what follows confirmation apart, and mails', () => {
    const { dollars } = costOf([
      use({}),
      use({ part: 'fulfilment' }),
      use({ price: 'mail', amount: 2, part: 'mails' }),
    ]);
    expect(dollars.confirmation).toBeCloseTo(0.0025);
    expect(dollars.fulfilment).toBeCloseTo(0.0025);
    expect(dollars.mails).toBeCloseTo(0.2);
  });

  it('leaves out what was not used', () => {
    expect(costOf([use({ amount: 0 })]).lines).toEqual([]);
  });
});

describe('the section of the page', () => {
  it('states how full tables change the cost', () => {
    const text = describeCosts(costOf([use({ amount: 100 })]), costOf([use({ amount: 101 })]), {
      orders: 10_000,
      waiting: costOf([use({ amount: 102 })]),
    });
    expect(text).toContain('With 10,000 orders in the tables: $0.063 to CONFIRMED (+1.0 %).');
  });
});
