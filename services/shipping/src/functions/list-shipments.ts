import { ListShipments } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { shipmentTable } from '../adapters/shipment-table.ts';
import { listShipments } from '../app/list-shipments.ts';

export const handler = httpFunction(ListShipments, async ({ query: { orderId }, shopperId }, context) => {
  const items = await listShipments({ shipments: shipmentTable(context) }, { orderId, shopperId });
  return { body: { items: [...items] } };
});
