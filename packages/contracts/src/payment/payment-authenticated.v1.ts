import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { DeclineCode } from '../shared/payment-method.ts';

/** A shopper who had to authenticate a payment did, or failed to: the money is held, or won't be. */
export const PaymentAuthenticated = defineEvent({
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
