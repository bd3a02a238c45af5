import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';

/**
 * Drives an order again whose workflow ended without a decision, also one that was parked for an operator: what was decided
 * stays decided, and an order whose undoing began is only undone further.
 */
export const RedriveOrder = defineCommand({
  owner: 'order',
  name: 'redrive-order',
  version: 1,
  request: z.object({ orderId: OrderId }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('started'), attempt: Attempt }),
    /** Its workflow runs: there is nothing to drive again. */
    z.object({ outcome: z.literal('running'), attempt: Attempt }),
    z.object({ outcome: z.literal('decided') }),
    z.object({ outcome: z.literal('unknown_order') }),
  ]),
});
export type RedriveOrderRequest = CommandRequest<typeof RedriveOrder>;
export type RedriveOrderResult = CommandResult<typeof RedriveOrder>;
