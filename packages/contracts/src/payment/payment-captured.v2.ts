import * as z from 'zod';
import { defineEvent, upcast } from '../define-event.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';
import { PaymentCapturedV1 } from './payment-captured.v1.ts';
import { payableOf } from './payable.ts';

/** A payment was captured. */
export const PaymentCaptured = defineEvent({
  owner: 'payment',
  name: 'PaymentCaptured',
  version: 2,
  schema: z.object({ payableId: PayableId, paymentIntentId: PaymentIntentId, amount: Money }),
  earlier: [upcast(PaymentCapturedV1, payableOf)],
});
