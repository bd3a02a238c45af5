import { httpFunction } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { reservationRecords } from '../../adapters/reservation-records.ts';
import { cancel } from '../../app/reserve.ts';
import { SEATS } from '../../domain/trips/flights.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { CancelSeats } from '../../trip-routes.ts';

export const handler = httpFunction(CancelSeats, ({ body: { key } }) =>
  underFault<{ body: { outcome: 'cancelled' | 'rejected' } }>(
    { operation: 'cancel', faults: faultTable('airline') },
    async () => ({ body: { outcome: await cancel({ records: reservationRecords('airline', SEATS) }, key) } }),
    () => ({ body: { outcome: 'rejected' } }),
  ),
);
