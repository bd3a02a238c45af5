import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { OrderId } from '../shared/ids.ts';

/**
 * Recalls every parcel of a confirmed order, or none if one is dispatched. Safe to repeat: recalled parcels stay recalled.
 */
export const StopShipments = defineCommand({
  owner: 'shipping',
  name: 'stop-shipments',
  version: 1,
  request: z.object({ orderId: OrderId }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('stopped') }),
    /** At least one parcel is dispatched. */
    z.object({ outcome: z.literal('left') }),
  ]),
});
export type StopShipmentsRequest = CommandRequest<typeof StopShipments>;
export type StopShipmentsResult = CommandResult<typeof StopShipments>;
