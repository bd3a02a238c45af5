import { StockAvailabilityChanged } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { productTable } from '../adapters/product-table.ts';

export const handler = eventFunction([StockAvailabilityChanged], async ({ data }, context) => {
  const outcome = await productTable(context).setAvailability(data);
  logger.info('availability', { sku: data.sku, available: data.available, outcome });
});
