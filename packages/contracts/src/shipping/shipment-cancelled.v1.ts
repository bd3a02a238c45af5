import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ShipmentId } from '../shared/ids.ts';

/** An arranged shipment was cancelled. */
export const ShipmentCancelled = defineEvent({
  owner: 'shipping',
  name: 'ShipmentCancelled',
  version: 1,
  schema: z.object({ orderId: OrderId, shipmentId: ShipmentId }),
});
