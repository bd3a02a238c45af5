import { GetAirlineRecords } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { reservationRecords } from '../../adapters/reservation-records.ts';
import { SEATS } from '../../domain/trips/flights.ts';

export const handler = httpFunction(GetAirlineRecords, async ({ query: { bookingId } }) => {
  const reservations = await reservationRecords('airline', SEATS).reservations(bookingId);
  const items = reservations.map(({ key, reference, cancelled, offerId, quantity }) => ({
    key,
    bookingId: reference,
    status: cancelled ? ('cancelled' as const) : ('reserved' as const),
    ...(offerId !== undefined && { flightId: offerId }),
    seats: quantity,
  }));
  return { body: { items } };
});
