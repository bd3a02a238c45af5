import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** First version of PaymentReversed, for orders only. Replaced by the second version. */
export const PaymentReversedV1 = defineEvent({
  owner: 'payment',
  name: 'PaymentReversed',
  version: 1,
  schema: z.object({
    orderId: OrderId,
    paymentIntentId: PaymentIntentId,
    amount: Money,
    how: z.enum(['voided', 'refunded']),
  }),
});
