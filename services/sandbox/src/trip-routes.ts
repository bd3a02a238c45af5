import { CalendarDate, City, defineRoute, Flight, Hotel, queryInteger } from '@waypost/contracts';
import * as z from 'zod';

const Word = z.string().min(1).max(100);
const Key = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

// The routes of the airline's and the hotel's API that the shop uses: their contract and not the shop's.

export const AirlineFlights = defineRoute({
  owner: 'sandbox',
  operationId: 'airlineFlights',
  summary: 'Round trips that leave on a day',
  method: 'GET',
  path: '/airline/flights',
  access: 'open',
  query: z.strictObject({ from: City, to: City, date: CalendarDate }),
  response: z.object({ items: z.array(Flight) }),
});

export const AirlineFares = defineRoute({
  owner: 'sandbox',
  operationId: 'airlineFares',
  summary: 'The cheapest round trip from a city to each other city that departs within a number of days',
  method: 'GET',
  path: '/airline/fares',
  access: 'open',
  query: z.strictObject({ from: City, days: queryInteger({ minimum: 1, maximum: 60 }) }),
  response: z.object({ items: z.array(Flight) }),
});

/** A 404 where it isn't on offer. */
export const AirlineFlight = defineRoute({
  owner: 'sandbox',
  operationId: 'airlineFlight',
  summary: 'One round trip on offer',
  method: 'GET',
  path: '/airline/flights/{id}',
  access: 'open',
  parameters: z.object({ id: Word }),
  response: Flight,
});

/** `cancelled` where the key was cancelled before, `full` where there are not as many seats or rooms. */
const outcome = z.object({ outcome: z.enum(['reserved', 'full', 'cancelled']) });

export const ReserveSeats = defineRoute({
  owner: 'sandbox',
  operationId: 'reserveSeats',
  summary: 'Reserves seats of a flight, once for each Idempotency-Key',
  method: 'POST',
  path: '/airline/reservations',
  access: 'open',
  idempotent: true,
  body: z.strictObject({ bookingId: Word, flightId: Word, seats: z.int().min(1).max(9) }),
  response: outcome,
});

const cancelled = z.object({ outcome: z.enum(['cancelled', 'rejected']) });

export const CancelSeats = defineRoute({
  owner: 'sandbox',
  operationId: 'cancelSeats',
  summary: 'Cancels the reservation of a key, also before it is made',
  method: 'POST',
  path: '/airline/cancellations',
  access: 'open',
  body: z.strictObject({ key: Key }),
  response: cancelled,
});

export const HotelHotels = defineRoute({
  owner: 'sandbox',
  operationId: 'hotelHotels',
  summary: 'Hotels of a city',
  method: 'GET',
  path: '/hotel/hotels',
  access: 'open',
  query: z.strictObject({ city: City }),
  response: z.object({ items: z.array(Hotel) }),
});

/** A 404 where there is none. */
export const HotelHotel = defineRoute({
  owner: 'sandbox',
  operationId: 'hotelHotel',
  summary: 'One hotel',
  method: 'GET',
  path: '/hotel/hotels/{id}',
  access: 'open',
  parameters: z.object({ id: Word }),
  response: Hotel,
});

export const ReserveRooms = defineRoute({
  owner: 'sandbox',
  operationId: 'reserveRooms',
  summary: 'Reserves rooms of a hotel for every night of a stay, once for each Idempotency-Key',
  method: 'POST',
  path: '/hotel/reservations',
  access: 'open',
  idempotent: true,
  body: z.strictObject({
    bookingId: Word,
    hotelId: Word,
    checkIn: CalendarDate,
    checkOut: CalendarDate,
    rooms: z.int().min(1).max(9),
  }),
  response: outcome,
});

export const CancelRooms = defineRoute({
  owner: 'sandbox',
  operationId: 'cancelRooms',
  summary: 'Cancels the reservation of a key, also before it is made',
  method: 'POST',
  path: '/hotel/cancellations',
  access: 'open',
  body: z.strictObject({ key: Key }),
  response: cancelled,
});
