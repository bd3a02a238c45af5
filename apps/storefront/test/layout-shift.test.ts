import { describe, expect, it } from 'vitest';
import { shiftOf } from './layout-shift.ts';

const shift = (at: number, value: number, document = 'a') => ({ document, at, value, moved: `${at}` });

describe('how much a page jumped', () => {
  it('is nothing when nothing moved', () => {
    expect(shiftOf([])).toEqual({ score: 0, moved: [] });
  });

  it('adds up what moved at about the same time in one document', () => {
    expect(shiftOf([shift(0, 1), shift(900, 2), shift(1000, 4, 'b')]).score).toBe(4);
    expect(shiftOf([shift(0, 1), shift(900, 4), shift(950, 4, 'b')]).score).toBe(5);
  });

  it('begins anew after a second without, and after five with', () => {
    expect(shiftOf([shift(0, 1), shift(1100, 2)]).score).toBe(2);
    const steady = Array.from({ length: 12 }, (_, index) => shift(index * 900, 1));
    expect(shiftOf(steady).score).toBe(6);
  });

  it('says what moved', () => {
    expect(shiftOf([shift(7, 1)]).moved).toEqual(['a: 7']);
  });
});
