import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { Carrier, OrderId, ShipmentId, WarehouseId } from '../shared/ids.ts';
import { OrderLine } from '../shared/order-lines.ts';

/**
 * Status of a parcel. A `REFUSED` parcel is on its way back to the warehouse. A parcel with an `ADDRESS_PROBLEM` may
 * still be delivered, and so may a `LOST` one that is found.
 */
export const ParcelStatus = z.enum(['PACKED', 'DISPATCHED', 'ADDRESS_PROBLEM', 'LOST', 'REFUSED', 'DELIVERED']);
export type ParcelStatus = z.infer<typeof ParcelStatus>;

/** A parcel with its history. A late report has its place by time. */
export const Parcel = z.object({
  status: ParcelStatus,
  history: z.array(z.object({ status: ParcelStatus, at: Timestamp })),
});
export type Parcel = z.infer<typeof Parcel>;

export const Shipment = z.object({
  shipmentId: ShipmentId,
  orderId: OrderId,
  warehouse: WarehouseId,
  carrier: Carrier,
  status: z.enum(['arranged', 'cancelled']),
  lines: z.array(OrderLine),
  arrangedAt: Timestamp,
  /** Once it is packed: a shipment is one parcel. */
  parcel: Parcel.optional(),
});
export type Shipment = z.infer<typeof Shipment>;

export const ListShipments = defineRoute({
  owner: 'shipping',
  operationId: 'listShipments',
  summary: "Lists the shipments of one of the shopper's orders. Empty for an order of another shopper",
  method: 'GET',
  path: '/shipments',
  access: 'shopper',
  query: z.strictObject({ orderId: OrderId }),
  response: z.object({ items: z.array(Shipment) }),
});
