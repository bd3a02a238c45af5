import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { upcast } from '../define-event.ts';
import { Attempt } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { DeclineCode } from '../shared/payment-method.ts';
import { CapturePaymentV1 } from './capture-payment.v1.ts';
import { payableOf } from './payable.ts';

/** Captures an authorized payment, once. */
export const CapturePayment = defineCommand({
  owner: 'payment',
  name: 'capture-payment',
  version: 2,
  request: z.object({ payableId: PayableId, attempt: Attempt }),
  earlier: upcast({ version: 1, schema: CapturePaymentV1.request }, payableOf),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('captured') }),
    z.object({ outcome: z.literal('declined'), code: DeclineCode }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['reversed', 'newer_attempt', 'not_authorized']) }),
  ]),
});
export type CapturePaymentRequest = CommandRequest<typeof CapturePayment>;
export type CapturePaymentResult = CommandResult<typeof CapturePayment>;
