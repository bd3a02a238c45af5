import { describe, expect, it } from 'vitest';
import { Sku } from '@waypost/contracts';
import { cursorAt, placeOf } from './list-cursor.ts';

const place = { category: 'tents', sku: Sku.parse('TENT-A') } as const;

describe('a cursor', () => {
  it('leads back to its place', () => {
    const { cursor } = cursorAt(place);
    expect(placeOf(cursor)).toEqual(place);
    expect(placeOf(cursor, 'tents')).toEqual(place);
  });

  it('is none at the end', () => {
    expect(cursorAt(undefined)).toEqual({});
    expect(placeOf(undefined)).toBeUndefined();
  });

  it.each([
    ['is of the list of another category', cursorAt(place).cursor, 'packs'],
    ['is nothing', 'zzz', undefined],
    ['has more in it', Buffer.from(JSON.stringify({ ...place, pk: 'x' })).toString('base64url'), undefined],
  ] as const)('is rejected when it %s', (_, cursor, category) => {
    expect(() => placeOf(cursor, category)).toThrow(/cursor is invalid/);
  });
});
