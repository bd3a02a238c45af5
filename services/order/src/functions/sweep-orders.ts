import { logger, scheduledFunction } from '@waypost/service-kit';
import { undecidedOrders } from '../adapters/undecided-orders.ts';
import { sweepOrders } from '../app/sweep-orders.ts';
import { redriveDeps } from '../redrive-deps.ts';

export const handler = scheduledFunction(async (context) => {
  const swept = await sweepOrders({ ...redriveDeps(context), undecided: undecidedOrders() });
  logger.info('orders swept', { ...swept });
});
