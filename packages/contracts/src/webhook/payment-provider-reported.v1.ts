import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId, WebhookId } from '../shared/ids.ts';
import { DeclineCode } from '../shared/payment-method.ts';

/** First version of PaymentProviderReported, for orders only. Replaced by the second version. */
export const PaymentProviderReportedV1 = defineEvent({
  owner: 'webhook',
  name: 'PaymentProviderReported',
  version: 1,
  schema: z.object({
    webhookId: WebhookId,
    orderId: OrderId,
    paymentIntentId: PaymentIntentId,
    change: z.enum(['authorized', 'failed', 'captured', 'cancelled', 'refunded']),
    /** Why it failed. */
    code: DeclineCode.optional(),
    /** All that was given back so far, in minor units, where money was `refunded`. */
    amountRefunded: z.int().nonnegative().optional(),
  }),
});
