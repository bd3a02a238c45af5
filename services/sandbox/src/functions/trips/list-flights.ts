import { httpFunction } from '@waypost/service-kit';
import { flightsOn } from '../../domain/trips/flights.ts';
import { AirlineFlights } from '../../trip-routes.ts';

export const handler = httpFunction(AirlineFlights, async ({ query: { from, to, date } }, { now }) => ({
  body: { items: [...flightsOn(from, to, date, now)] },
}));
