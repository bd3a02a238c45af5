import { logger, scheduledFunction } from '@waypost/service-kit';
import { pendingOrders } from '../../adapters/pending-orders.ts';
import { sweepOrders } from '../../app/recovery/sweep-orders.ts';
import { redriveDeps } from '../../redrive-deps.ts';

export const handler = scheduledFunction(async (context) => {
  const outcomes = await sweepOrders({ ...redriveDeps(context), undecided: pendingOrders() });
  logger.info('pending orders', { ...outcomes });
});
