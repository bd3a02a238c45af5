import { describe, expect, it } from 'vitest';
import { median, percentile, table } from './figures.ts';

describe('the median', () => {
  it('is the one in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is between the two in the middle of an even count', () => {
    expect(median([1, 2, 4, 10])).toBe(3);
  });

  it('is no number of none', () => {
    expect(median([])).toBeNaN();
  });
});

describe('a percentile', () => {
  it('is interpolated between its neighbours', () => {
    expect(percentile([0, 10], 0.95)).toBeCloseTo(9.5);
  });
});

describe('a table', () => {
  it('has its figures to the right', () => {
    expect(table(['what', 'ms'], [['post', '12']])).toBe('| what | ms |\n| --- | ---: |\n| post | 12 |');
  });
});
