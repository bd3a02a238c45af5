import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { OrderId } from '../shared/ids.ts';

/**
 * Stops what a confirmed order sends, all of it or nothing. Only shipping knows what has left, and it asks the carrier; what
 * is stopped stays so, however often it is asked.
 */
export const StopShipments = defineCommand({
  owner: 'shipping',
  name: 'stop-shipments',
  version: 1,
  request: z.object({ orderId: OrderId }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('stopped') }),
    /** At least one parcel is on its way. */
    z.object({ outcome: z.literal('left') }),
  ]),
});
export type StopShipmentsRequest = CommandRequest<typeof StopShipments>;
export type StopShipmentsResult = CommandResult<typeof StopShipments>;
