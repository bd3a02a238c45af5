import { Flight } from '@waypost/contracts';
import { circuitBreaker, parameter } from '@waypost/service-kit';
import * as z from 'zod';
import { airlineUrlParameter } from '../config.ts';
import type { Airline } from '../ports.ts';
import { partner } from './partner.ts';

const guarded = circuitBreaker('The airline');

/** Client of the airline's API. The URL is read from a parameter. */
export function airlineApi(): Airline {
  const { find, list, reserve, cancel } = partner('The airline', guarded, () => parameter(airlineUrlParameter()));
  return {
    flights: ({ from, to, date }) =>
      list(`/airline/flights?from=${from}&to=${to}&date=${date}`, z.object({ items: z.array(Flight) })),
    lowestFares: (from, days) => list(`/airline/fares?from=${from}&days=${days}`, z.object({ items: z.array(Flight) })),
    flight: (flightId) => find(`/airline/flights/${flightId}`, Flight),
    reserve: ({ bookingId, flight: { flightId }, travellers }) =>
      reserve('/airline/reservations', `${bookingId}-flight`, { bookingId, flightId, seats: travellers.length }),
    cancel: ({ bookingId }) => cancel('/airline/cancellations', `${bookingId}-flight`),
  };
}
