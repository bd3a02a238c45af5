import { httpFunction } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { reservationRecords } from '../../adapters/reservation-records.ts';
import { cancel } from '../../app/reserve.ts';
import { ROOMS } from '../../domain/trips/hotels.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { CancelRooms } from '../../trip-routes.ts';

export const handler = httpFunction(CancelRooms, ({ body: { key } }) =>
  underFault<{ body: { outcome: 'cancelled' | 'rejected' } }>(
    { operation: 'cancel', faults: faultTable('hotel') },
    async () => ({ body: { outcome: await cancel({ records: reservationRecords('hotel', ROOMS) }, key) } }),
    () => ({ body: { outcome: 'rejected' } }),
  ),
);
