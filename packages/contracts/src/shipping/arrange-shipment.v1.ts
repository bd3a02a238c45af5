import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, Carrier, OrderId, ShipmentId, ShopperId, WarehouseId } from '../shared/ids.ts';
import { Address } from '../shared/address.ts';
import { OrderLines } from '../shared/order-lines.ts';

/** Arranges the shipment of an order from one warehouse. */
export const ArrangeShipment = defineCommand({
  owner: 'shipping',
  name: 'arrange-shipment',
  version: 1,
  request: z.object({
    orderId: OrderId,
    attempt: Attempt,
    shopperId: ShopperId,
    carrier: Carrier,
    warehouse: WarehouseId,
    lines: OrderLines,
    address: Address,
  }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('arranged'), shipmentId: ShipmentId, warehouse: WarehouseId }),
    z.object({ outcome: z.literal('unavailable') }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['cancelled', 'newer_attempt']) }),
  ]),
});
export type ArrangeShipmentRequest = CommandRequest<typeof ArrangeShipment>;
export type ArrangeShipmentResult = CommandResult<typeof ArrangeShipment>;
