import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId } from '../shared/ids.ts';
import { DeclineCode } from '../shared/payment-method.ts';

/** Takes the money that was authorized for an order, once. */
export const CapturePayment = defineCommand({
  owner: 'payment',
  name: 'capture-payment',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('captured') }),
    z.object({ outcome: z.literal('declined'), code: DeclineCode }),
    z.object({ outcome: z.literal('refused'), because: z.enum(['undone', 'newer_attempt', 'not_authorized']) }),
  ]),
});
export type CapturePaymentRequest = CommandRequest<typeof CapturePayment>;
export type CapturePaymentResult = CommandResult<typeof CapturePayment>;
