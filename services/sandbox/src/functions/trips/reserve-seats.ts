import { httpFunction, ProblemError } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { reservationRecords } from '../../adapters/reservation-records.ts';
import { reserve } from '../../app/reserve.ts';
import { flightOf, SEATS } from '../../domain/trips/flights.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { ReserveSeats } from '../../trip-routes.ts';

const full = { body: { outcome: 'full' as const } };

export const handler = httpFunction(ReserveSeats, ({ idempotencyKey: key, body }, { now }) =>
  underFault(
    { operation: 'reserve', faults: faultTable('airline') },
    async () => {
      const { bookingId: reference, flightId: offerId, seats: quantity } = body;
      if (!flightOf(offerId, now)) throw new ProblemError('not-found', `The flight ${offerId} doesn't exist.`);
      const request = { key, reference, offerId, units: [offerId], quantity };
      return { body: { outcome: await reserve({ records: reservationRecords('airline', SEATS) }, request) } };
    },
    () => full,
  ),
);
