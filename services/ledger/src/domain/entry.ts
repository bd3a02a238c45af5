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

/** What an entry is about: the provider's own balance transactions have ids of its. */
export interface About {
  readonly type: 'order' | 'booking' | 'balance-transaction';
  readonly id: string;
}

/** What is posted at once: lines that balance. */
export interface Entry {
  /** The id of the event that caused it, under which it is posted once. */
  readonly entryId: string;
  readonly kind: AccountEntry['kind'];
  /** What it is about. */
  readonly about: About;
  /** The provider's payment of which it moves money: by it the books are compared with the provider's own. */
  readonly payment?: { readonly intentId: string; readonly amount: number };
  readonly currency: Currency;
  readonly lines: readonly Line[];
  /** When it happened. */
  readonly at: string;
}

/** Percent of value added tax that prices include. */
const VALUE_ADDED_TAX = 19;

/** The part of a gross amount that is tax, to the nearest cent. */
export const taxIn = (gross: number): number => Math.round((gross * VALUE_ADDED_TAX) / (100 + VALUE_ADDED_TAX));

type Cause = Pick<Entry, 'entryId' | 'at'> & {
  readonly payableId: PayableId;
  readonly paymentIntentId: string;
  readonly amount: Money;
};

const aboutPayable = (id: PayableId): About => ({ type: isOrderId(id) ? 'order' : 'booking', id });

/** The provider holds a shopper's money for the shop: goods or a trip were sold for it, and some of it is tax. */
export function captured({ amount, payableId, paymentIntentId: intentId, ...cause }: Cause): Entry {
  const tax = taxIn(amount.amount);
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

/** The provider gave money back, so the shop owes less tax; what was sold stays told as sold. */
export function refunded({ amount, payableId, paymentIntentId: intentId, ...cause }: Cause): Entry {
  const tax = taxIn(amount.amount);
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

/** What one side of an entry comes to. */
export const sumOf = (lines: readonly Line[], side: Side): number =>
  lines.filter((line) => line.side === side).reduce((sum, { amount }) => sum + amount, 0);
