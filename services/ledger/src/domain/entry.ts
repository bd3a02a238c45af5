import {
  type AccountEntry,
  type AccountId,
  type Currency,
  isOrderId,
  type Money,
  type PayableId,
} from '@waypost/contracts';

export type Side = AccountEntry['side'];

export interface Line {
  readonly account: AccountId;
  readonly side: Side;
  /** Minor units, whole and above 0. */
  readonly amount: number;
}

/** Subject of an entry. Balance transactions have ids of the provider. */
export interface About {
  readonly type: 'order' | 'booking' | 'balance-transaction';
  readonly id: string;
}

/** An entry: lines that balance, posted at once. */
export interface Entry {
  /** The id of the event that caused it, under which it is posted once. */
  readonly entryId: string;
  readonly kind: AccountEntry['kind'];
  /** Subject of the entry. */
  readonly about: About;
  /** Payment of the provider whose amount the entry changes. The reconciliation compares both sides by it. */
  readonly payment?: { readonly intentId: string; readonly amount: number };
  readonly currency: Currency;
  readonly lines: readonly Line[];
  /** When it happened. */
  readonly at: string;
}

/** Percent of value added tax that prices include. */
const VALUE_ADDED_TAX = 19;

/** Tax included in a gross amount, rounded to the nearest cent; of a negative amount the same with the other sign. */
export const taxIn = (gross: number): number =>
  Math.sign(gross) * Math.round((Math.abs(gross) * VALUE_ADDED_TAX) / (100 + VALUE_ADDED_TAX));

/** A movement of a payment. */
export interface Cause extends Pick<Entry, 'entryId' | 'at'> {
  readonly payableId: PayableId;
  readonly paymentIntentId: string;
  readonly amount: Money;
  /**
   * Net amount of the payment in the ledger before this entry, in minor units. Tax is allocated to the net amount as a whole and not
   * to each movement, so rounding never leaves a cent behind once everything is refunded.
   */
  readonly bookedBefore: number;
}

const aboutPayable = (id: PayableId): About => ({ type: isOrderId(id) ? 'order' : 'booking', id });

/** Entry of a captured payment: revenue and the tax in it, held by the provider. */
export function captured({ amount, payableId, paymentIntentId: intentId, bookedBefore, ...cause }: Cause): Entry {
  const tax = taxIn(bookedBefore + amount.amount) - taxIn(bookedBefore);
  const sold = isOrderId(payableId) ? 'goods-sold' : 'trips-sold';
  return {
    ...cause,
    kind: 'payment-captured',
    about: aboutPayable(payableId),
    payment: { intentId, amount: amount.amount },
    currency: amount.currency,
    lines: nonZero([
      { account: 'provider-clearing', side: 'debit', amount: amount.amount },
      { account: sold, side: 'credit', amount: amount.amount - tax },
      { account: 'value-added-tax', side: 'credit', amount: tax },
    ]),
  };
}

/** Entry of a refund: returned revenue and the tax in it. The revenue of the sale stays in its own account. */
export function refunded({ amount, payableId, paymentIntentId: intentId, bookedBefore, ...cause }: Cause): Entry {
  const tax = taxIn(bookedBefore) - taxIn(bookedBefore - amount.amount);
  const given = isOrderId(payableId) ? 'goods-returned' : 'trips-refunded';
  return {
    ...cause,
    kind: 'payment-refunded',
    about: aboutPayable(payableId),
    payment: { intentId, amount: -amount.amount },
    currency: amount.currency,
    lines: nonZero([
      { account: given, side: 'debit', amount: amount.amount - tax },
      { account: 'value-added-tax', side: 'debit', amount: tax },
      { account: 'provider-clearing', side: 'credit', amount: amount.amount },
    ]),
  };
}

/** The provider kept its fee of what it holds for the shop. */
export function feeKept({
  transactionId,
  fee,
  ...cause
}: Pick<Entry, 'entryId' | 'at'> & { readonly transactionId: string; readonly fee: Money }): Entry {
  return {
    ...cause,
    kind: 'provider-fee',
    about: { type: 'balance-transaction', id: transactionId },
    currency: fee.currency,
    lines: [
      { account: 'provider-fees', side: 'debit', amount: fee.amount },
      { account: 'provider-clearing', side: 'credit', amount: fee.amount },
    ],
  };
}

/** A cent holds no tax. */
const nonZero = (lines: readonly Line[]): readonly Line[] => lines.filter(({ amount }) => amount !== 0);

/** Sum of one side of an entry. */
export const sumOf = (lines: readonly Line[], side: Side): number =>
  lines.filter((line) => line.side === side).reduce((sum, { amount }) => sum + amount, 0);
