import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId, WebhookId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { DeclineCode } from '../shared/payment-method.ts';
import { PaymentProviderReportedV1 } from './payment-provider-reported.v1.ts';
import { payableOf } from '../payment/payable.ts';

/** The payment provider reported the status of a payment intent by webhook. */
export const PaymentProviderReported = defineEvent({
  owner: 'webhook',
  name: 'PaymentProviderReported',
  version: 2,
  schema: z.object({
    webhookId: WebhookId,
    payableId: PayableId,
    paymentIntentId: PaymentIntentId,
    change: z.enum(['authorized', 'failed', 'captured', 'cancelled', 'refunded']),
    /** Why it failed. */
    code: DeclineCode.optional(),
    /** Total refunded amount with `refunded`, in minor units. */
    amountRefunded: z.int().nonnegative().optional(),
  }),
  earlier: [upcast(PaymentProviderReportedV1, payableOf)],
});
