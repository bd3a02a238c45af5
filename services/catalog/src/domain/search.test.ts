import { describe, expect, it } from '@jest/globals';
import { mentions, wordsOf } from './search.ts';

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
