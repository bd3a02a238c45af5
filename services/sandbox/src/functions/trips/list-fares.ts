import { httpFunction } from '@waypost/service-kit';
import { lowestFares } from '../../domain/trips/flights.ts';
import { AirlineFares } from '../../trip-routes.ts';

export const handler = httpFunction(AirlineFares, async ({ query: { from, days } }, { now }) => ({
  body: { items: [...lowestFares(from, days, now)] },
}));
