import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { DeclineCode } from '../shared/payment-method.ts';

/** First version of PaymentAuthenticated, for orders only. Replaced by the second version. */
export const PaymentAuthenticatedV1 = defineEvent({
  owner: 'payment',
  name: 'PaymentAuthenticated',
  version: 1,
  schema: z.object({
    orderId: OrderId,
    paymentIntentId: PaymentIntentId,
    outcome: z.enum(['authorized', 'declined']),
    /** Why it was declined. */
    code: DeclineCode.optional(),
  }),
});
