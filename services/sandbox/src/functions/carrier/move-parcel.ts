import { logger, messageQueueFunction } from '@waypost/service-kit';
import { carrierRecords } from '../../adapters/carrier-records.ts';
import { move } from '../../app/carry-parcels.ts';
import { ParcelMove } from '../../ports.ts';

export const handler = messageQueueFunction(ParcelMove, async (step, { now }) => {
  logger.info('parcel', { ...step, outcome: await move({ records: carrierRecords(), now }, step) });
});
