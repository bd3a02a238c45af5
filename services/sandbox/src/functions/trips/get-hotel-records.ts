import { GetHotelRecords } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { reservationRecords } from '../../adapters/reservation-records.ts';
import { ROOMS } from '../../domain/trips/hotels.ts';

export const handler = httpFunction(GetHotelRecords, async ({ query: { bookingId } }) => {
  const reservations = await reservationRecords('hotel', ROOMS).reservations(bookingId);
  const items = reservations.map(({ key, reference, cancelled, offerId, units, quantity }) => ({
    key,
    bookingId: reference,
    status: cancelled ? ('cancelled' as const) : ('reserved' as const),
    ...(offerId !== undefined && { hotelId: offerId }),
    rooms: quantity,
    nights: units.map((unit) => unit.slice(unit.indexOf('#') + 1)),
  }));
  return { body: { items } };
});
