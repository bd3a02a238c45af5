import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { DeclineCode } from '../shared/payment-method.ts';
import { PaymentAuthenticatedV1 } from './payment-authenticated.v1.ts';
import { payableOf } from './payable.ts';

/** A shopper who had to authenticate a payment did, or failed to: the money is held, or won't be. */
export const PaymentAuthenticated = defineEvent({
  owner: 'payment',
  name: 'PaymentAuthenticated',
  version: 2,
  schema: z.object({
    payableId: PayableId,
    paymentIntentId: PaymentIntentId,
    outcome: z.enum(['authorized', 'declined']),
    /** Why it was declined. */
    code: DeclineCode.optional(),
  }),
  earlier: [upcast(PaymentAuthenticatedV1, payableOf)],
});
