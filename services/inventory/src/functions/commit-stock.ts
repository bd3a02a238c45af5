import { OrderConfirmed } from '@waypost/contracts';
import { logger, queueFunction } from '@waypost/service-kit';
import { jitteredPause } from '../adapters/pause.ts';
import { stockTable } from '../adapters/stock-table.ts';
import { commitStock } from '../app/commit-stock.ts';

export const handler = queueFunction([OrderConfirmed], async ({ data: { orderId } }, context) => {
  const outcome = await commitStock({ stock: stockTable(context), pause: jitteredPause }, orderId);
  logger.info('commit-stock', { orderId, outcome });
});
