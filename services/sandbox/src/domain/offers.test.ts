import { describe, expect, it } from 'vitest';
import { City, Flight, FlightId, Hotel } from '@waypost/contracts';
import { flightOf, flightsOn, lowestFares } from './trips/flights.ts';
import { hotelOf, hotelsOf, nightsOf } from './trips/hotels.ts';

const NOW = '2026-05-04T09:30:00.000Z';

describe('flights', () => {
  it('lead from every city to every other, the same ones whenever they are asked for', () => {
    for (const from of City.options) {
      for (const to of City.options.filter((city) => city !== from)) {
        const flights = flightsOn(from, to, '2026-06-01', NOW);
        expect(flights).toHaveLength(6);
        expect(flights).toEqual(flightsOn(from, to, '2026-06-01', NOW));
        for (const flight of flights) {
          expect(Flight.parse(flight)).toEqual(flight);
          expect(flight.departsAt < flight.arrivesAt && flight.arrivesAt < flight.returnDepartsAt).toBe(true);
        }
      }
    }
  });

  it('have a lowest fare to every other city, which no flight undercuts', () => {
    const fares = lowestFares('BER', 42, NOW);
    expect(fares.map(({ to }) => to)).toEqual(City.options.filter((city) => city !== 'BER'));
    for (const fare of fares) {
      for (let day = 1; day <= 42; day += 1) {
        const date = new Date(Date.parse(NOW) + day * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
        for (const { price } of flightsOn('BER', fare.to, date, NOW))
          expect(price.amount).toBeGreaterThanOrEqual(fare.price.amount);
      }
      expect(flightOf(fare.flightId, NOW)).toEqual(fare);
    }
  });

  it('lead nowhere else, and not into the past', () => {
    expect(flightsOn('BER', 'BER', '2026-06-01', NOW)).toEqual([]);
    expect(flightsOn('BER', 'LIS', '2026-05-03', NOW)).toEqual([]);
    // Of today's only those that have not left.
    expect(flightsOn('BER', 'LIS', '2026-05-04', NOW).map(({ flightId }) => flightId.slice(-2))).toEqual([
      'pm',
      'pm',
      'pm',
    ]);
  });

  it('are found by their id, and others are not', () => {
    const [flight] = flightsOn('BER', 'LIS', '2026-06-01', NOW);
    expect(flightOf(flight?.flightId ?? '', NOW)).toEqual(flight);
    const others = [
      'flt_BER-LIS_20260601-20260602_am',
      'flt_BER-XXX_20260601-20260604_am',
      'flt_BER-LIS_20269901-20260604_am',
      'x',
    ];
    for (const id of others) expect(flightOf(id, NOW)).toBeUndefined();
    expect(FlightId.safeParse(flight?.flightId).success).toBe(true);
  });
});

describe('hotels', () => {
  it('are three in each city, and are found by their id', () => {
    for (const city of City.options) {
      const hotels = hotelsOf(city);
      expect(hotels).toHaveLength(3);
      for (const hotel of hotels) expect(hotelOf(hotel.hotelId)).toEqual(Hotel.parse(hotel));
    }
    expect(hotelOf('htl_LIS-castle')).toBeUndefined();
  });
});

describe('the nights of a stay', () => {
  it('are as many as there are days between', () => {
    expect(nightsOf('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it.each([
    ['ends on its first day', '2026-05-04', '2026-05-04'],
    ['ends before it begins', '2026-05-04', '2026-05-01'],
    ['is too long', '2026-05-04', '2026-07-04'],
  ])('are none where it %s', (_, checkIn, checkOut) => {
    expect(nightsOf(checkIn, checkOut)).toEqual([]);
  });
});
