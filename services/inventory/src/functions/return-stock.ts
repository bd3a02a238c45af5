import { OrderReturnReceived } from '@waypost/contracts';
import { logger, queueFunction } from '@waypost/service-kit';
import { returnStock } from '../app/return-stock.ts';
import { deps } from '../deps.ts';

export const handler = queueFunction([OrderReturnReceived], async ({ data }, context) => {
  const { orderId, returnId, warehouse } = data;
  const lines = data.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const outcome = await returnStock(deps(context), { orderId, returnId, part: { warehouse, lines } });
  logger.info('return-stock', { orderId, returnId, outcome });
});
