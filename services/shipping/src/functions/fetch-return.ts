import { OrderReturnRequested } from '@waypost/contracts';
import { logger, queueFunction } from '@waypost/service-kit';
import { carrierApi } from '../adapters/carrier-api.ts';
import { shipmentTable } from '../adapters/shipment-table.ts';
import { fetchReturn } from '../app/fetch-return.ts';

const carrier = carrierApi();

export const handler = queueFunction([OrderReturnRequested], async ({ data }, context) => {
  const { orderId, returnId } = data;
  const outcome = await fetchReturn({ shipments: shipmentTable(context), carrier, now: context.now }, data);
  logger.info('return', { orderId, returnId, outcome });
});
