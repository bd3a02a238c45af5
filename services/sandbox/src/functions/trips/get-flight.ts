import { httpFunction, ProblemError } from '@waypost/service-kit';
import { flightOf } from '../../domain/trips/flights.ts';
import { AirlineFlight } from '../../trip-routes.ts';

export const handler = httpFunction(AirlineFlight, async ({ parameters: { id } }, { now }) => {
  const body = flightOf(id, now);
  if (!body) throw new ProblemError('not-found', `The flight ${id} doesn't exist.`);
  return { body };
});
