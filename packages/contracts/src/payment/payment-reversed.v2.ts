import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';
import { PaymentReversedV1 } from './payment-reversed.v1.ts';
import { payableOf } from './payable.ts';

/** An authorization was voided, or a captured payment was refunded. */
export const PaymentReversed = defineEvent({
  owner: 'payment',
  name: 'PaymentReversed',
  version: 2,
  schema: z.object({
    payableId: PayableId,
    paymentIntentId: PaymentIntentId,
    amount: Money,
    how: z.enum(['voided', 'refunded']),
  }),
  earlier: [upcast(PaymentReversedV1, payableOf)],
});
