import { describe, expect, it } from 'vitest';
import { fits, mentions, wordsOf } from './search.ts';

const tent = { name: 'Fjell 3 Tunnel Tent', description: 'Three people, four seasons.' };

describe('a search', () => {
  it.each([
    ['one word of the name', 'tunnel', true],
    ['words of name and description, in any order', 'seasons FJELL', true],
    ['a part of a word', 'tun', true],
    ['a word that is in neither', 'tunnel winter', false],
    ['no words', '  ', true],
  ])('by %s', (_, query, found) => {
    expect(mentions(tent, wordsOf(query))).toBe(found);
  });

  it('does not find a word that only name and description together spell', () => {
    expect(mentions({ name: 'ten', description: 't' }, wordsOf('tent'))).toBe(false);
  });

  it('asks for each word once', () => {
    expect(wordsOf('Tent  tent TENT')).toEqual(['tent']);
    expect(wordsOf(undefined)).toEqual([]);
  });
});

describe('a list by price and availability', () => {
  const product = { ...tent, price: { amount: 5000, currency: 'EUR' }, available: true, seasons: ['winter'] } as const;

  it.each([
    ['no filter', {}, true],
    ['the price itself as both bounds', { minPrice: 5000, maxPrice: 5000 }, true],
    ['a higher least price', { minPrice: 5001 }, false],
    ['a lower most price', { maxPrice: 4999 }, false],
    ['what can be had', { available: 'true' }, true],
    ['what is sold out', { available: 'false' }, false],
    ['its season', { season: 'winter' }, true],
    ['another season', { season: 'summer' }, false],
  ] as const)('by %s', (_, filters, found) => {
    expect(fits(product, { words: [], ...filters })).toBe(found);
    expect(fits(product, { words: ['piano'], ...filters })).toBe(false);
  });
});
