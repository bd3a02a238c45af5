import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ReturnId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';

/** The provider rejected the refund of a return for good. An operator has to settle the return. */
export const ReturnRefundFailed = defineEvent({
  owner: 'payment',
  name: 'ReturnRefundFailed',
  version: 1,
  schema: z.object({
    orderId: OrderId,
    returnId: ReturnId,
    amount: Money,
    reason: z.string().meta({ examples: ['The payment provider rejected: The charge is disputed (charge_disputed)'] }),
  }),
});
