import { describe, expect, it } from 'vitest';
import { dayIn, nightsOf, roomsFor, stayOf, tripSearchIn } from './trip-search.ts';

describe('an address', () => {
  it('is read as far as it is valid', () => {
    const search = { from: 'BER', to: 'LIS', date: '2026-12-01', travellers: '3', flight: 'flt_1', hotel: 'htl_1' };
    expect(tripSearchIn(search)).toEqual({ ...search, travellers: 3, city: undefined });
    const nonsense = { from: 'Mars', to: 7, date: 'soon', travellers: '10', city: 'XXX' };
    expect(Object.values(tripSearchIn(nonsense)).every((value) => value === undefined)).toBe(true);
  });
});

describe('a trip', () => {
  const stay = stayOf({ departsAt: '2026-12-01T07:00:00.000Z', returnDepartsAt: '2026-12-08T10:00:00.000Z' });

  it('has the nights between departure and return, and a room for two', () => {
    expect(stay).toEqual({ checkIn: '2026-12-01', checkOut: '2026-12-08' });
    expect(nightsOf(stay)).toBe(7);
    expect([1, 2, 3, 9].map(roomsFor)).toEqual([1, 1, 2, 5]);
  });

  it('starts today or later', () => {
    expect(dayIn(30, Date.parse('2026-11-25T12:00:00.000Z'))).toBe('2026-12-25');
  });
});
