import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { PaymentIntentId, ReturnId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PayableId } from '../shared/payable-id.ts';

/**
 * A part of a payment was refunded: for a return, or without one by an operator at the provider. The amount is 0 for a return if nothing
 * was left of the payment.
 */
export const PaymentRefunded = defineEvent({
  owner: 'payment',
  name: 'PaymentRefunded',
  version: 1,
  schema: z.object({
    payableId: PayableId,
    returnId: ReturnId.optional(),
    paymentIntentId: PaymentIntentId,
    amount: Money,
  }),
});
