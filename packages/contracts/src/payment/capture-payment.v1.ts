import * as z from 'zod';
import { defineCommand } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';
import { DeclineCode } from '../shared/payment-method.ts';

/** First version of CapturePayment, for orders only. Replaced by the second version. */
export const CapturePaymentV1 = defineCommand({
  owner: 'payment',
  name: 'capture-payment',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('captured') }),
    z.object({ outcome: z.literal('declined'), code: DeclineCode }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['reversed', 'newer_attempt', 'not_authorized']) }),
  ]),
});
