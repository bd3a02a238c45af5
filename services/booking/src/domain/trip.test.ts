import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { FLIGHT, HOTEL, NOW } from '../../test/build-booking.ts';
import { type TripRequest, priceTrip } from './trip.ts';

const asked: TripRequest = {
  flight: FLIGHT,
  hotel: HOTEL,
  checkIn: '2026-06-01',
  checkOut: '2026-06-08',
  travellers: 2,
};
const flawsOf = (given: Partial<TripRequest>) => {
  const priced = priceTrip({ ...asked, ...given }, NOW);
  return priced.outcome === 'flawed' ? priced.flaws.map(({ field }) => field) : [];
};
const noticesOf = (given: Partial<TripRequest>) => {
  const priced = priceTrip({ ...asked, ...given }, NOW);
  return priced.outcome === 'priced' ? priced.trip.notices.map(({ code }) => code) : [];
};

describe('a trip', () => {
  it('costs a seat for each traveller, and a room for two for each night', () => {
    const total = (travellers: number) => {
      const priced = priceTrip({ ...asked, travellers }, NOW);
      return priced.outcome === 'priced' && [priced.trip.rooms, priced.trip.total.amount];
    };
    expect(total(1)).toEqual([1, 10_000 + 7 * 8_000]);
    expect(total(2)).toEqual([1, 2 * 10_000 + 7 * 8_000]);
    expect(total(3)).toEqual([2, 3 * 10_000 + 2 * 7 * 8_000]);
  });

  it.each<[string, Partial<TripRequest>, readonly string[]]>([
    ['an unknown flight', { flight: undefined }, ['flightId']],
    ['a hotel that there isn’t', { hotel: undefined }, ['hotelId']],
    ['a day that is over', { checkIn: '2026-05-03', checkOut: '2026-05-08' }, ['checkIn']],
    ['checking out on the day of the check-in', { checkOut: '2026-06-01' }, ['checkOut']],
    ['checking out before checking in', { checkOut: '2026-05-30' }, ['checkOut']],
    ['a stay of 31 nights', { checkOut: '2026-07-02' }, ['checkOut']],
    [
      'all at once',
      { flight: undefined, hotel: undefined, checkIn: '2026-05-03', checkOut: '2026-05-02' },
      ['flightId', 'hotelId', 'checkIn', 'checkOut'],
    ],
  ])('with %s is rejected, and says where', (_, given, fields) => {
    expect(flawsOf(given)).toEqual(fields);
  });

  it('to a hotel in another city than the flight’s is allowed, and recorded', () => {
    expect(noticesOf({ hotel: { ...HOTEL, city: 'OSL' } })).toEqual(['hotel_in_another_city']);
    expect(noticesOf({})).toEqual([]);
  });

  it('whose stay isn’t between there and back is allowed, and recorded', () => {
    expect(noticesOf({ checkIn: '2026-05-31' })).toEqual(['stay_outside_trip']);
    expect(noticesOf({ checkOut: '2026-06-09' })).toEqual(['stay_outside_trip']);
    expect(noticesOf({ checkIn: '2026-06-02', checkOut: '2026-06-05' })).toEqual([]);
  });

  it('has a whole price for any number of travellers and nights', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 30 }), (travellers, nights) => {
        const checkOut = new Date(Date.parse('2026-06-01') + nights * 86_400_000).toISOString().slice(0, 10);
        const priced = priceTrip({ ...asked, travellers, checkOut }, NOW);
        expect(priced.outcome === 'priced' && Number.isSafeInteger(priced.trip.total.amount)).toBe(true);
      }),
    );
  });
});
