import * as z from 'zod';
import { defineCommand } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';

/** First version of ReversePayment, for orders only. Replaced by the second version. */
export const ReversePaymentV1 = defineCommand({
  owner: 'payment',
  name: 'reverse-payment',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('voided') }),
    z.object({ outcome: z.literal('refunded') }),
    z.object({ outcome: z.literal('nothing_authorized') }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['newer_attempt']) }),
  ]),
});
