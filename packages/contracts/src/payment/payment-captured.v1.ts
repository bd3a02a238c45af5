import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** First version of PaymentCaptured, for orders only. Replaced by the second version. */
export const PaymentCapturedV1 = defineEvent({
  owner: 'payment',
  name: 'PaymentCaptured',
  version: 1,
  schema: z.object({ orderId: OrderId, paymentIntentId: PaymentIntentId, amount: Money }),
});
