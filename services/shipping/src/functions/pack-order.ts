import { OrderConfirmed } from '@waypost/contracts';
import { logger, queueFunction } from '@waypost/service-kit';
import { carrierApi } from '../adapters/carrier-api.ts';
import { shipmentTable } from '../adapters/shipment-table.ts';
import { packOrder } from '../app/pack-order.ts';

const carrier = carrierApi();

export const handler = queueFunction([OrderConfirmed], async ({ data: { orderId } }, context) => {
  const ports = { shipments: shipmentTable(context), carrier, now: context.now };
  logger.info('order', { orderId, outcome: await packOrder(ports, orderId) });
});
