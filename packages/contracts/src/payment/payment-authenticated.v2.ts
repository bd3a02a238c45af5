import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { DeclineCode } from '../shared/payment-method.ts';
import { PaymentAuthenticatedV1 } from './payment-authenticated.v1.ts';
import { payableOf } from './payable.ts';

/** A shopper authenticated a payment, or failed to: it is authorized or declined. */
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
