import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';

/** Cancels every shipment of an order that is not dispatched, and rejects shipments that would be arranged later. */
export const CancelShipments = defineCommand({
  owner: 'shipping',
  name: 'cancel-shipments',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('cancelled') }),
    z.object({ outcome: z.literal('nothing_arranged') }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['newer_attempt']) }),
  ]),
});
export type CancelShipmentsRequest = CommandRequest<typeof CancelShipments>;
export type CancelShipmentsResult = CommandResult<typeof CancelShipments>;
