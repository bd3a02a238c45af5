import { describe, expect, it } from 'vitest';
import { queryInteger } from './query-integer.ts';

describe('queryInteger', () => {
  const limit = queryInteger({ minimum: 1, maximum: 100 });

  it.each([
    ['1', 1],
    ['20', 20],
    ['100', 100],
  ])('reads %j as %d', (text, number) => {
    expect(limit.parse(text)).toBe(number);
  });

  it.each([
    '0',
    '101',
    '-1',
    '+1',
    '1e2',
    '0x10',
    '1.0',
    '1.5',
    '01',
    '',
    ' ',
    ' 1',
    '１',
    'NaN',
    '99999999999999999999',
  ])('rejects %j', (text) => {
    expect(limit.safeParse(text).error?.issues[0]?.message).toBe('must be a whole number from 1 to 100');
  });
});
