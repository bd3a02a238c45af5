import { ListFlights } from '@waypost/contracts';
import { httpFunction, invalidRequest } from '@waypost/service-kit';
import { airlineApi } from '../../adapters/airline-api.ts';
import { dateProblem } from '../../domain/travel-dates.ts';
import { orUnavailable } from '../../unavailable.ts';

export const handler = httpFunction(ListFlights, async ({ query }, { now }) => {
  const problem = dateProblem(query.date, now);
  const errors = [
    ...(query.from === query.to ? [{ pointer: '#/query/to', detail: 'must differ from `from`' }] : []),
    ...(problem === undefined ? [] : [{ pointer: '#/query/date', detail: problem }]),
  ];
  if (errors.length > 0) throw invalidRequest(errors);
  return { body: { items: [...(await orUnavailable(airlineApi().flights(query)))] } };
});
