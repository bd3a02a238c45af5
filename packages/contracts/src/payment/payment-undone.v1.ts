import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** An authorization was voided, or a capture refunded. */
export const PaymentUndone = defineEvent({
  owner: 'payment',
  name: 'PaymentUndone',
  version: 1,
  schema: z.object({
    orderId: OrderId,
    paymentIntentId: PaymentIntentId,
    amount: Money,
    how: z.enum(['voided', 'refunded']),
  }),
});
