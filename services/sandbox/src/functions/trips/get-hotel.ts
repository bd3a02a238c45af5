import { httpFunction, ProblemError } from '@waypost/service-kit';
import { hotelOf } from '../../domain/trips/hotels.ts';
import { HotelHotel } from '../../trip-routes.ts';

export const handler = httpFunction(HotelHotel, async ({ parameters: { id } }) => {
  const body = hotelOf(id);
  if (!body) throw new ProblemError('not-found', `The hotel ${id} doesn't exist.`);
  return { body };
});
