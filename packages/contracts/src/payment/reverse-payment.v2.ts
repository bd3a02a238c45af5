import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { upcast } from '../define-event.ts';
import { Attempt } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { ReversePaymentV1 } from './reverse-payment.v1.ts';
import { payableOf } from './payable.ts';

/**
 * Reverses a payment: an authorization is voided, a captured payment is refunded. It reads the provider's intent first. Without a
 * payment it leaves a tombstone, which rejects the late authorization.
 */
export const ReversePayment = defineCommand({
  owner: 'payment',
  name: 'reverse-payment',
  version: 2,
  request: z.object({ payableId: PayableId, attempt: Attempt }),
  earlier: upcast({ version: 1, schema: ReversePaymentV1.request }, payableOf),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('voided') }),
    z.object({ outcome: z.literal('refunded') }),
    z.object({ outcome: z.literal('nothing_authorized') }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['newer_attempt']) }),
  ]),
});
export type ReversePaymentRequest = CommandRequest<typeof ReversePayment>;
export type ReversePaymentResult = CommandResult<typeof ReversePayment>;
