import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Carrier, OrderId, ShipmentId, WarehouseId } from '../shared/ids.ts';
import { OrderLines } from '../shared/order-lines.ts';

/** The shipment of an order from one warehouse was arranged. */
export const ShipmentArranged = defineEvent({
  owner: 'shipping',
  name: 'ShipmentArranged',
  version: 1,
  schema: z.object({
    orderId: OrderId,
    shipmentId: ShipmentId,
    warehouse: WarehouseId,
    carrier: Carrier,
    lines: OrderLines,
  }),
});
