import { randomUUID } from 'node:crypto';
import {
  type Booking,
  BOOKING_HORIZON_DAYS,
  BookTrip,
  GetAirlineRecords,
  GetBooking,
  GetHotelRecords,
  ListFlights,
  ListHotels,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import type { Stage } from './shop.ts';

const DAY = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Books three nights in Lisbon for two on random days. Returns the booking once it is decided. */
export async function bookTrip(
  { client, tokens: { shopper: token }, orders, say }: Stage,
  paymentMethod: string,
): Promise<Booking> {
  const days = 5 + Math.floor(Math.random() * (BOOKING_HORIZON_DAYS - 10));
  const [checkIn, checkOut] = [dayIn(days), dayIn(days + 3)];
  const flights = bodyOf(await client.call(ListFlights, { query: { from: 'BER', to: 'LIS', date: checkIn } })).items;
  const hotels = bodyOf(await client.call(ListHotels, { query: { city: 'LIS', checkIn, checkOut } })).items;
  const [flight, hotel] = [flights[0], hotels[0]];
  if (!flight || !hotel) throw new Error('There is no trip on offer');
  const travellers = [{ name: 'Ada Byron' }, { name: 'Grace Hopper' }];
  const body = { flightId: flight.flightId, hotelId: hotel.hotelId, checkIn, checkOut, travellers, paymentMethod };
  const { bookingId } = bodyOf(await client.call(BookTrip, { body, token, idempotencyKey: randomUUID() }));
  orders.add(bookingId);
  say(`Ada books Lisbon for two, three nights at the ${hotel.name}, with ${paymentMethod}.`);
  return eventually(
    async () => {
      const booking = bodyOf(await client.call(GetBooking, { parameters: { id: bookingId }, token }));
      if (booking.status === 'PENDING') throw new Error(`${bookingId} is PENDING`);
      return booking;
    },
    { within: 60_000, every: 250 },
  );
}

/** Reports how a trip ended, and fails unless airline and hotel agree that nothing stays reserved. */
export async function nothingIsLeftOf(
  { client, tokens: { operator: token }, say }: Stage,
  booking: Booking,
): Promise<void> {
  const { bookingId, status, reason, steps } = booking;
  if (status !== 'CANCELLED') throw new Error(`${bookingId} is ${status}`);
  const query = { bookingId };
  const seats = bodyOf(await client.call(GetAirlineRecords, { query, token })).items;
  const rooms = bodyOf(await client.call(GetHotelRecords, { query, token })).items;
  const left = [...seats, ...rooms].filter((each) => each.status === 'reserved');
  if (left.length > 0) throw new Error(`${bookingId} is cancelled, and something of it is reserved`);
  say(`${status}, ${String(reason)}: ${steps.map(({ step, outcome }) => `${step} ${outcome}`).join(', ')}.`);
  say('Airline and hotel say the same: no seat and no room is taken.');
}
