import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, mentions, wordsOf } from './search.ts';

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

  const pack = { name: 'Arête 32 Alpine Pack', description: 'The climber’s “light” pack – for Øvre Straße.' };

  it.each([
    ['without its accent', 'arete'],
    ['with its accent', 'Arête'],
    ['in decomposed form', 'Arête'.normalize('NFD')],
    ['in upper case', 'ARÊTE'],
    ['with full-width letters', 'Ａｌｐｉｎｅ'],
    ['with a straight quote', "climber's"],
    ['with straight double quotes', '"light"'],
    ['with a hyphen for a dash', 'pack - for'],
    ['of a letter that Unicode does not decompose', 'ovre strasse'],
    ['in another order', 'pack alpine arete 32'],
    ['with surrounding blanks', '  arete\u00a0pack '],
  ])('finds a product by words %s', (_, query) => {
    expect(mentions(pack, wordsOf(query))).toBe(true);
  });

  it('finds every product by its own words, in any normalization, case and order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('NFC' as const, 'NFD' as const),
        (words, form) => {
          const query = words.toReversed().join(' ').normalize(form);
          expect(mentions({ name: words.join(' '), description: '' }, wordsOf(query))).toBe(true);
        },
      ),
    );
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
    expect(matches(product, { words: [], ...filters })).toBe(found);
    expect(matches(product, { words: ['piano'], ...filters })).toBe(false);
  });
});
