import { describe, expect, it } from 'vitest';
import { shiftOf } from './layout-shift.ts';

const shift = (at: number, value: number, document = 'a') => ({ document, at, value, moved: `${at}` });

describe('the layout shift of a page', () => {
  it('is zero when nothing moved', () => {
    expect(shiftOf([])).toEqual({ score: 0, moved: [] });
  });

  it('adds up shifts of one document within a short time', () => {
    expect(shiftOf([shift(0, 1), shift(900, 2), shift(1000, 4, 'b')]).score).toBe(4);
    expect(shiftOf([shift(0, 1), shift(900, 4), shift(950, 4, 'b')]).score).toBe(5);
  });

  it('starts a new window after a second without shifts, and after five seconds with shifts', () => {
    expect(shiftOf([shift(0, 1), shift(1100, 2)]).score).toBe(2);
    const steady = Array.from({ length: 12 }, (_, index) => shift(index * 900, 1));
    expect(shiftOf(steady).score).toBe(6);
  });

  it('names the moved elements', () => {
    expect(shiftOf([shift(7, 1)]).moved).toEqual(['a: 7']);
  });
});
