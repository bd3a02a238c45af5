import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';
import { PaymentUndoneV1 } from './payment-undone.v1.ts';
import { payableOf } from './payable.ts';

/** An authorization was voided, or a capture refunded. */
export const PaymentUndone = defineEvent({
  owner: 'payment',
  name: 'PaymentUndone',
  version: 2,
  schema: z.object({
    payableId: PayableId,
    paymentIntentId: PaymentIntentId,
    amount: Money,
    how: z.enum(['voided', 'refunded']),
  }),
  earlier: [upcast(PaymentUndoneV1, payableOf)],
});
