import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';

/** Releases the stock that is reserved for an order. Without a reservation it leaves a tombstone, which rejects the late reservation. */
export const ReleaseStock = defineCommand({
  owner: 'inventory',
  name: 'release-stock',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('released') }),
    z.object({ outcome: z.literal('nothing_reserved') }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['newer_attempt']) }),
  ]),
});
export type ReleaseStockRequest = CommandRequest<typeof ReleaseStock>;
export type ReleaseStockResult = CommandResult<typeof ReleaseStock>;
