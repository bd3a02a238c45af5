import { httpFunction, ProblemError } from '@waypost/service-kit';
import { carrierRecords } from '../../adapters/carrier-records.ts';
import { faultTable } from '../../adapters/fault-table.ts';
import { recall } from '../../app/carry-parcels.ts';
import { underFault } from '../../json-protocol/under-fault.ts';
import { RecallParcels } from '../../carrier-routes.ts';

export const handler = httpFunction(RecallParcels, ({ body: { parcels } }) =>
  underFault({ operation: 'recall', faults: faultTable('carrier') }, async () => {
    const recalled = await recall({ records: carrierRecords() }, parcels);
    if (recalled === 'left') throw new ProblemError('conflict', 'A parcel was picked up already.');
    return { body: { recalled: parcels.length } };
  }),
);
