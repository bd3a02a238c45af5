import { logger, scheduledFunction } from '@waypost/service-kit';
import { pendingBookings } from '../../adapters/pending-bookings.ts';
import { sweepBookings } from '../../app/sweep-bookings.ts';
import { redriveDeps } from '../../redrive-deps.ts';

export const handler = scheduledFunction(async (context) => {
  const outcomes = await sweepBookings({ ...redriveDeps(context), undecided: pendingBookings() });
  logger.info('pending bookings', { ...outcomes });
});
