import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Timestamp } from '../envelope.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { PayableId } from '../shared/payable-id.ts';
import { Currency } from '../shared/money.ts';

/** A charge or a refund changed the shop's balance at the payment provider, as the provider reports it. Published once. */
export const BalanceTransactionReported = defineEvent({
  owner: 'payment',
  name: 'BalanceTransactionReported',
  version: 1,
  schema: z.object({
    transactionId: z.string().meta({ examples: ['txn_1PAY0000000000000000001'] }),
    type: z.enum(['charge', 'refund']),
    /** In minor units; below 0 where money went back. */
    amount: z.int().meta({ examples: [24900] }),
    /** Fee of the provider, in minor units. */
    fee: z
      .int()
      .nonnegative()
      .meta({ examples: [399] }),
    currency: Currency,
    paymentIntentId: PaymentIntentId,
    /** Order or booking of the payment, if the shop created it. */
    payableId: PayableId.optional(),
    /** When it happened there. */
    at: Timestamp,
  }),
});
