import { httpFunction, ProblemError } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { reservationRecords } from '../../adapters/reservation-records.ts';
import { reserve } from '../../app/reserve.ts';
import { hotelOf, nightsOf, ROOMS } from '../../domain/trips/hotels.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { ReserveRooms } from '../../trip-routes.ts';

const full = { body: { outcome: 'full' as const } };

export const handler = httpFunction(ReserveRooms, ({ idempotencyKey: key, body }) =>
  underFault(
    { operation: 'reserve', faults: faultTable('hotel') },
    async () => {
      const { bookingId: reference, hotelId: offerId, checkIn, checkOut, rooms: quantity } = body;
      if (!hotelOf(offerId)) throw new ProblemError('not-found', `The hotel ${offerId} doesn't exist.`);
      const nights = nightsOf(checkIn, checkOut);
      if (nights.length === 0)
        throw new ProblemError(
          'invalid-request',
          'The check-out date must be after the check-in date, and a stay has at most 30 nights.',
        );
      const request = { key, reference, offerId, units: nights.map((night) => `${offerId}#${night}`), quantity };
      return { body: { outcome: await reserve({ records: reservationRecords('hotel', ROOMS) }, request) } };
    },
    () => full,
  ),
);
