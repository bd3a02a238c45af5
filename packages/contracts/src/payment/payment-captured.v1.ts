import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** PaymentCaptured as it was while only orders were paid for: the second version takes its place. */
export const PaymentCapturedV1 = defineEvent({
  owner: 'payment',
  name: 'PaymentCaptured',
  version: 1,
  schema: z.object({ orderId: OrderId, paymentIntentId: PaymentIntentId, amount: Money }),
});
