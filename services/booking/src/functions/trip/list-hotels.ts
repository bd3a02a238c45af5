import { ListHotels } from '@waypost/contracts';
import { httpFunction, invalidRequest } from '@waypost/service-kit';
import { hotelApi } from '../../adapters/hotel-api.ts';
import { stayFlaws } from '../../domain/trip.ts';
import { orUnavailable } from '../../unavailable.ts';

export const handler = httpFunction(ListHotels, async ({ query }, { now }) => {
  const flaws = stayFlaws(query.checkIn, query.checkOut, now);
  if (flaws.length > 0) {
    const errors = flaws.map(({ field, detail }) => ({ pointer: `#/query/${field}`, detail }));
    throw invalidRequest(errors);
  }
  return { body: { items: [...(await orUnavailable(hotelApi().hotels(query)))] } };
});
