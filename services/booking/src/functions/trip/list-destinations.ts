import { FARE_DAYS, ListDestinations } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { airlineApi } from '../../adapters/airline-api.ts';
import { orUnavailable } from '../../unavailable.ts';

export const handler = httpFunction(ListDestinations, async ({ query: { from } }) => {
  const fares = await orUnavailable(airlineApi().lowestFares(from, FARE_DAYS));
  const cheapestFirst = fares.toSorted((one, other) => one.price.amount - other.price.amount);
  return { body: { items: cheapestFirst.map((flight) => ({ city: flight.to, flight })) } };
});
