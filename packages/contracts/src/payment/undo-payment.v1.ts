import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';

/**
 * Gives the shopper's money back, whatever became of it: an authorization is voided, a capture refunded. It reads the
 * provider's intent first; where nothing began it leaves a tombstone that refuses the late authorization.
 */
export const UndoPayment = defineCommand({
  owner: 'payment',
  name: 'undo-payment',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('voided') }),
    z.object({ outcome: z.literal('refunded') }),
    z.object({ outcome: z.literal('nothing_taken') }),
    z.object({ outcome: z.literal('refused'), because: z.enum(['newer_attempt']) }),
  ]),
});
export type UndoPaymentRequest = CommandRequest<typeof UndoPayment>;
export type UndoPaymentResult = CommandResult<typeof UndoPayment>;
