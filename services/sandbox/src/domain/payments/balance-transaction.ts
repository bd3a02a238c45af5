import * as z from 'zod';
import { amountRefunded, type PaymentIntent } from './payment-intent.ts';

/**
 * Charge or refund in the shop's balance at the provider: https://docs.stripe.com/api/balance_transactions/object.
 * Amounts in minor units.
 */
export const BalanceTransaction = z
  .object({
    id: z.string(),
    type: z.enum(['charge', 'refund']),
    /** Below 0 for a refund. */
    amount: z.int(),
    /** Fee of the provider. */
    fee: z.int().nonnegative(),
    currency: z.string(),
    /** The charge or the refund. */
    source: z.string(),
    paymentIntent: z.string(),
    metadata: z.record(z.string(), z.string()),
    created: z.string(),
  })
  .readonly();
export type BalanceTransaction = z.infer<typeof BalanceTransaction>;

/** In percent, and in minor units for each charge. What was charged is kept when a charge is refunded. */
const FEE = { percent: 1.5, fixed: 25 };

/** Fee of a charge. */
export const feeOf = (amount: number): number => Math.round((amount * FEE.percent) / 100) + FEE.fixed;

/** Balance transactions of a write of an intent: its capture and its new refunds. */
export function transactionsOf(
  before: PaymentIntent | undefined,
  after: PaymentIntent,
  created: string,
): readonly BalanceTransaction[] {
  const common = { currency: after.currency, paymentIntent: after.id, metadata: after.metadata, created };
  const charge = after.charges.at(-1)?.id ?? after.id;
  const isTaken = after.amountReceived > 0 && (before?.amountReceived ?? 0) === 0;
  const taken = {
    ...common,
    id: `txn_${charge}`,
    type: 'charge' as const,
    amount: after.amountReceived,
    fee: feeOf(after.amountReceived),
    source: charge,
  };
  const given = amountRefunded(after) === (before ? amountRefunded(before) : 0) ? [] : after.refunds;
  const refunds = given
    .filter(({ id }) => !before?.refunds.some((refund) => refund.id === id))
    .map(({ id, amount }) => ({
      ...common,
      id: `txn_${id}`,
      type: 'refund' as const,
      amount: -amount,
      fee: 0,
      source: id,
    }));
  return [...(isTaken ? [taken] : []), ...refunds];
}
