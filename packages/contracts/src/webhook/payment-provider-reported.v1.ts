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
    /** Total refunded amount with `refunded`, in minor units. */
    amountRefunded: z.int().nonnegative().optional(),
  }),
});
