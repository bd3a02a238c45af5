import { httpFunction, ProblemError } from '@waypost/service-kit';
import { carrierRecords } from '../../adapters/carrier-records.ts';
import { faultTable } from '../../adapters/fault-table.ts';
import { moveQueue } from '../../adapters/move-queue.ts';
import { book } from '../../app/carry-parcels.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { BookParcel } from '../../carrier-routes.ts';
import { journeyConfig } from '../../config.ts';

const { PARCEL_STEP_SECONDS: stepSeconds } = journeyConfig();

export const handler = httpFunction(BookParcel, ({ parameters: { id: parcelId }, body }) =>
  underFault({ operation: 'book', faults: faultTable('carrier') }, async () => {
    const { reference, carrier, address } = body;
    const booking = { parcelId, reference, carrier, line1: address.line1 };
    const booked = await book({ records: carrierRecords(), moves: moveQueue(), stepSeconds }, booking);
    if (booked === 'recalled') throw new ProblemError('conflict', 'The parcel was recalled.');
    return { body: { parcelId } };
  }),
);
