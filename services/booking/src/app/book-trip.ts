import type { BookTrip, ShopperId } from '@waypost/contracts';
import type * as z from 'zod';
import { type Booking, evolve } from '../domain/booking.ts';
import { factsOf } from '../domain/booking-facts.ts';
import { bodyHashOf, bookingIdOf } from '../domain/booking-identity.ts';
import { priceTrip, type TripFlaw } from '../domain/trip.ts';
import type { Airline, Bookings, Hotels } from '../ports.ts';

export interface BookTripRequest {
  readonly shopperId: ShopperId;
  readonly idempotencyKey: string;
  readonly body: z.output<typeof BookTrip.body>;
}

export type BookTripResult =
  | { readonly outcome: 'placed'; readonly booking: Booking }
  | { readonly outcome: 'flawed'; readonly flaws: readonly TripFlaw[] }
  | { readonly outcome: 'key_reused' };

interface Ports {
  readonly bookings: Pick<Bookings, 'add' | 'get'>;
  readonly airline: Pick<Airline, 'flight'>;
  readonly hotels: Pick<Hotels, 'hotel'>;
  readonly now: string;
  readonly correlationId: string;
}

/** Places a booking once per Idempotency-Key. A different request with the same key is rejected. */
export async function bookTrip(
  { bookings, airline, hotels, now, correlationId }: Ports,
  { shopperId, idempotencyKey, body }: BookTripRequest,
): Promise<BookTripResult> {
  const bookingId = bookingIdOf(shopperId, idempotencyKey);
  const bodyHash = bodyHashOf(body);
  // It may have been placed while the flight was still on offer.
  const earlier = await bookings.get(bookingId);
  if (earlier) return placedBefore(earlier, bodyHash);

  const { flightId, hotelId, checkIn, checkOut, travellers, paymentMethod } = body;
  const [flight, hotel] = await Promise.all([airline.flight(flightId), hotels.hotel(hotelId)]);
  const priced = priceTrip({ flight, hotel, checkIn, checkOut, travellers: travellers.length }, now);
  if (priced.outcome === 'flawed') return priced;

  const ids = { bookingId, shopperId, bodyHash, correlationId };
  const placed = { ...ids, ...priced.trip, checkIn, checkOut, travellers, paymentMethod, placedAt: now };
  const first = evolve(undefined, { type: 'placed', booking: placed });
  const { added, booking } = await bookings.add(first, factsOf(undefined, first));
  return added ? { outcome: 'placed', booking } : placedBefore(booking, bodyHash);
}

/** Result of a repeated request: the original booking, or a rejection if the request differs. */
function placedBefore(booking: Booking, bodyHash: string): BookTripResult {
  return booking.bodyHash === bodyHash ? { outcome: 'placed', booking } : { outcome: 'key_reused' };
}
