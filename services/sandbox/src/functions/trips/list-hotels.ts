import { httpFunction } from '@waypost/service-kit';
import { hotelsOf } from '../../domain/trips/hotels.ts';
import { HotelHotels } from '../../trip-routes.ts';

export const handler = httpFunction(HotelHotels, async ({ query: { city } }) => ({
  body: { items: [...hotelsOf(city)] },
}));
