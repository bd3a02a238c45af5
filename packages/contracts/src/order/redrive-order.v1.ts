import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';

/**
 * Redrives a pending order whose workflow ended, also a parked one. Recorded decisions stay, and an order whose compensation began is
 * only compensated further.
 */
export const RedriveOrder = defineCommand({
  owner: 'order',
  name: 'redrive-order',
  version: 1,
  request: z.object({ orderId: OrderId }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('started'), attempt: Attempt }),
    /** The workflow is running. */
    z.object({ outcome: z.literal('running'), attempt: Attempt }),
    z.object({ outcome: z.literal('decided') }),
    z.object({ outcome: z.literal('unknown_order') }),
  ]),
});
export type RedriveOrderRequest = CommandRequest<typeof RedriveOrder>;
export type RedriveOrderResult = CommandResult<typeof RedriveOrder>;
