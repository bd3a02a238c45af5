import { BookingStatus, BookTrip } from '@waypost/contracts';
import { httpFunction, invalidRequest, ProblemError } from '@waypost/service-kit';
import { airlineApi } from '../../adapters/airline-api.ts';
import { bookingTable } from '../../adapters/booking-table.ts';
import { hotelApi } from '../../adapters/hotel-api.ts';
import { bookTrip, type BookTripResult } from '../../app/book-trip.ts';
import type { Booking } from '../../domain/booking.ts';
import { orUnavailable } from '../../unavailable.ts';

export const handler = httpFunction(BookTrip, async ({ shopperId, idempotencyKey, body }, context) => {
  const { now, correlationId } = context;
  const [airline, hotels] = [airlineApi(), hotelApi()];
  const offers = {
    airline: { flight: (id: string) => orUnavailable(airline.flight(id)) },
    hotels: { hotel: (id: string) => orUnavailable(hotels.hotel(id)) },
  };
  const ports = { bookings: bookingTable(context), ...offers, now, correlationId };
  const result = await bookTrip(ports, { shopperId, idempotencyKey, body });
  const { bookingId, total, notices } = placed(result);
  const self = `/bookings/${bookingId}`;
  return {
    body: { bookingId, status: BookingStatus.enum.PENDING, total, notices: [...notices], links: { self } },
    headers: { location: self },
  };
});

/** The booking, or the problem that says why there is none. */
function placed(result: BookTripResult): Booking {
  switch (result.outcome) {
    case 'placed':
      return result.booking;
    case 'flawed':
      throw invalidRequest(result.flaws.map(({ field, detail }) => ({ pointer: `/${field}`, detail })));
    case 'key_reused':
      throw new ProblemError('idempotency-key-reused', 'Use a new Idempotency-Key for a different booking.');
  }
}
