import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { Carrier, OrderId, ShipmentId, WarehouseId } from '../shared/ids.ts';
import { OrderLine } from '../shared/order-lines.ts';

export const Shipment = z.object({
  shipmentId: ShipmentId,
  orderId: OrderId,
  warehouse: WarehouseId,
  carrier: Carrier,
  status: z.enum(['arranged', 'cancelled']),
  lines: z.array(OrderLine),
  arrangedAt: Timestamp,
});
export type Shipment = z.infer<typeof Shipment>;

export const ListShipments = defineRoute({
  owner: 'shipping',
  operationId: 'listShipments',
  summary: "The shipments of one of the shopper's orders; none for an order that is somebody else's",
  method: 'GET',
  path: '/shipments',
  access: 'shopper',
  query: z.strictObject({ orderId: OrderId }),
  answer: z.object({ items: z.array(Shipment) }),
});
