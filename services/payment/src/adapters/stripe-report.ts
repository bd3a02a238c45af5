import { Currency, PayableId } from '@waypost/contracts';
import type Stripe from 'stripe';
import * as z from 'zod';
import type { BalanceReport, BalanceTransaction } from '../ports.ts';
import { fail } from './stripe-errors.ts';

/** Types of balance transactions that the ledger covers. */
const Type = z.enum(['charge', 'refund']);

/** Charge or refund of a balance transaction. */
const Source = z.object({
  payment_intent: z.string(),
  metadata: z.object({ orderId: z.string(), bookingId: z.string() }).partial().catch({}),
});

/** The provider's balance transactions: https://docs.stripe.com/api/balance_transactions/list */
export function stripeReport(stripe: Stripe): BalanceReport {
  return {
    async *transactions(since) {
      const asked = { limit: 100, created: { gte: Math.floor(Date.parse(since) / 1000) }, expand: ['data.source'] };
      try {
        for await (const found of stripe.balanceTransactions.list(asked)) {
          const read = transactionOf(found);
          if (read) yield read;
        }
      } catch (error) {
        fail(error);
      }
    },
  };
}

/** Charges and refunds. The ledger doesn't cover payouts and disputes yet. */
function transactionOf({
  id,
  type,
  amount,
  fee,
  currency,
  source,
  created,
}: Stripe.BalanceTransaction): BalanceTransaction | undefined {
  const { data: known } = Type.safeParse(type);
  if (!known) return undefined;
  const { payment_intent: paymentIntentId, metadata } = Source.parse(source);
  const { data: payableId } = PayableId.safeParse(metadata.orderId ?? metadata.bookingId);
  return {
    transactionId: id,
    type: known,
    amount,
    fee,
    currency: Currency.parse(currency.toUpperCase()),
    paymentIntentId,
    ...(payableId && { payableId }),
    at: new Date(created * 1000).toISOString(),
  };
}
