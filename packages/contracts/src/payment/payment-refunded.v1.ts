import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId, ReturnId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** The provider confirmed the refund of a return. */
export const PaymentRefunded = defineEvent({
  owner: 'payment',
  name: 'PaymentRefunded',
  version: 1,
  schema: z.object({ orderId: OrderId, returnId: ReturnId, paymentIntentId: PaymentIntentId, amount: Money }),
});
