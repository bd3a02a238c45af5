import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** The shop has the shopper's money. */
export const PaymentCaptured = defineEvent({
  owner: 'payment',
  name: 'PaymentCaptured',
  version: 1,
  schema: z.object({ orderId: OrderId, paymentIntentId: PaymentIntentId, amount: Money }),
});
