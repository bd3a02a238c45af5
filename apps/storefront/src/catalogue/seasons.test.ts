import { describe, expect, it } from 'vitest';
import { asSeason, seasonsFrom } from './seasons.ts';

const on = (day: string) => seasonsFrom(new Date(`${day}T12:00`)).map(({ season }) => season);

describe('the seasons of a day', () => {
  it.each([
    ['the last of February', '2026-02-28', 'winter'],
    ['the first of March', '2026-03-01', 'spring'],
    ['the last of May', '2026-05-31', 'spring'],
    ['the first of June', '2026-06-01', 'summer'],
    ['the first of September', '2026-09-01', 'autumn'],
    ['the last of November', '2026-11-30', 'autumn'],
    ['the first of December', '2026-12-01', 'winter'],
    ['New Year', '2026-01-01', 'winter'],
  ])('start with the season of the day: %s', (_, day, first) => {
    expect(on(day)[0]).toBe(first);
  });

  it('are all four, in order', () => {
    expect(on('2026-10-05')).toEqual(['autumn', 'winter', 'spring', 'summer']);
  });

  it('accept only their names', () => {
    expect(['winter', 'monsoon', undefined].map(asSeason)).toEqual(['winter', undefined, undefined]);
  });
});
