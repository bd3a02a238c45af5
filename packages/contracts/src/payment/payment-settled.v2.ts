import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';
import { PaymentSettledV1 } from './payment-settled.v1.ts';
import { payableOf } from './payable.ts';

/** The payment provider confirmed a captured payment. */
export const PaymentSettled = defineEvent({
  owner: 'payment',
  name: 'PaymentSettled',
  version: 2,
  schema: z.object({ payableId: PayableId, paymentIntentId: PaymentIntentId, amount: Money }),
  earlier: [upcast(PaymentSettledV1, payableOf)],
});
