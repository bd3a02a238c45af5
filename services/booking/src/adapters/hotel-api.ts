import { Hotel } from '@waypost/contracts';
import { circuitBreaker, parameter } from '@waypost/service-kit';
import * as z from 'zod';
import { hotelUrlParameter } from '../config.ts';
import type { Hotels } from '../ports.ts';
import { partner } from './partner.ts';

const guarded = circuitBreaker('The hotel');

/** Client of the hotel's API. The URL is read from a parameter. */
export function hotelApi(): Hotels {
  const { find, list, reserve, cancel } = partner('The hotel', guarded, () => parameter(hotelUrlParameter()));
  return {
    hotels: ({ city }) => list(`/hotel/hotels?city=${city}`, z.object({ items: z.array(Hotel) })),
    hotel: (hotelId) => find(`/hotel/hotels/${hotelId}`, Hotel),
    reserve: ({ bookingId, hotel: { hotelId }, checkIn, checkOut, rooms }) =>
      reserve('/hotel/reservations', `${bookingId}-hotel`, { bookingId, hotelId, checkIn, checkOut, rooms }),
    cancel: ({ bookingId }) => cancel('/hotel/cancellations', `${bookingId}-hotel`),
  };
}
