import { describe, expect, it } from 'vitest';
import { checkOutProblem, dateProblem, lastBookableDate } from './travel-dates.ts';

const NOW = '2026-05-04T09:30:00.000Z';

describe('dateProblem', () => {
  it.each([
    ['0000-01-01', 'The date is in the past.'],
    ['2026-05-03', 'The date is in the past.'],
    ['2026-05-04', undefined],
    ['2027-03-30', undefined],
    ['2027-03-31', 'The date must be on or before 2027-03-30, 330 days ahead.'],
    ['9999-12-31', 'The date must be on or before 2027-03-30, 330 days ahead.'],
  ])('of %s is: %s', (date, problem) => {
    expect(dateProblem(date, NOW)).toBe(problem);
  });

  it('allows the last bookable date', () => {
    expect(dateProblem(lastBookableDate(NOW), NOW)).toBeUndefined();
  });
});

describe('checkOutProblem', () => {
  it.each([
    ['2026-06-01', 'The check-out date must be after the check-in date.'],
    ['0000-01-01', 'The check-out date must be after the check-in date.'],
    ['2026-06-02', undefined],
    ['2026-07-01', undefined],
    ['2026-07-02', 'A stay must have at most 30 nights.'],
    ['9999-12-31', 'A stay must have at most 30 nights.'],
  ])('of a stay from 2026-06-01 to %s is: %s', (checkOut, problem) => {
    expect(checkOutProblem('2026-06-01', checkOut)).toBe(problem);
  });
});
