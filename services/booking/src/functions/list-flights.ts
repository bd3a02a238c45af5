import { ListFlights } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { airlineApi } from '../adapters/airline-api.ts';
import { orUnavailable } from '../unavailable.ts';

export const handler = httpFunction(ListFlights, async ({ query }, { now }) => {
  const flaws = [
    ...(query.from === query.to ? [{ pointer: '#/query/to', detail: 'Fly to another city than you leave' }] : []),
    ...(query.date < now.slice(0, 10) ? [{ pointer: '#/query/date', detail: 'This day is over' }] : []),
  ];
  if (flaws.length > 0) throw new ProblemError('invalid-request', 'See errors for what to mend.', flaws);
  return { body: { items: [...(await orUnavailable(airlineApi().flights(query)))] } };
});
