import { ProductChanged } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { productProjection } from '../../adapters/product-table.ts';

export const handler = eventFunction([ProductChanged], async ({ data }) => {
  const { sku, productVersion } = data;
  logger.info('product projected', { sku, productVersion, outcome: await productProjection().keep(data) });
});
