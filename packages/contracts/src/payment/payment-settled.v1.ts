import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, PaymentIntentId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** The payment provider itself confirmed that it has the money: what the shop took is settled. */
export const PaymentSettled = defineEvent({
  owner: 'payment',
  name: 'PaymentSettled',
  version: 1,
  schema: z.object({ orderId: OrderId, paymentIntentId: PaymentIntentId, amount: Money }),
});
