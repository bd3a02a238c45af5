import { logger, messageQueueFunction } from '@waypost/service-kit';
import { carrierBooks } from '../../adapters/carrier-books.ts';
import { move } from '../../app/carry-parcels.ts';
import { ParcelMove } from '../../ports.ts';

export const handler = messageQueueFunction(ParcelMove, async (step, { now }) => {
  logger.info('parcel', { ...step, outcome: await move({ books: carrierBooks(), now }, step) });
});
