import { OrderConfirmed } from '@waypost/contracts';
import { logger, queueFunction } from '@waypost/service-kit';
import { commitStock } from '../app/commit-stock.ts';
import { deps } from '../deps.ts';

export const handler = queueFunction([OrderConfirmed], async ({ data: { orderId } }, context) => {
  const outcome = await commitStock(deps(context), orderId);
  logger.info('commit-stock', { orderId, outcome });
});
