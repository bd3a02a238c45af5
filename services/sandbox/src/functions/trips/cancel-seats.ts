import { httpFunction } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { reservationBooks } from '../../adapters/reservation-books.ts';
import { cancel } from '../../app/reserve.ts';
import { SEATS } from '../../domain/trips/flights.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { CancelSeats } from '../../trip-routes.ts';

export const handler = httpFunction(CancelSeats, ({ body: { key } }) =>
  underFault<{ body: { outcome: 'cancelled' | 'rejected' } }>(
    { operation: 'cancel', faults: faultTable('airline') },
    async () => ({ body: { outcome: await cancel({ books: reservationBooks('airline', SEATS) }, key) } }),
    () => ({ body: { outcome: 'rejected' } }),
  ),
);
