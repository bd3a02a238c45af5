import { httpFunction } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { reservationBooks } from '../../adapters/reservation-books.ts';
import { cancel } from '../../app/reserve.ts';
import { ROOMS } from '../../domain/trips/hotels.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { CancelRooms } from '../../trip-routes.ts';

export const handler = httpFunction(CancelRooms, ({ body: { key } }) =>
  underFault<{ body: { outcome: 'cancelled' | 'rejected' } }>(
    { operation: 'cancel', faults: faultTable('hotel') },
    async () => ({ body: { outcome: await cancel({ books: reservationBooks('hotel', ROOMS) }, key) } }),
    () => ({ body: { outcome: 'rejected' } }),
  ),
);
