import type { AccountEntry, AccountId, Currency, Money } from '@waypost/contracts';

export type Side = AccountEntry['side'];

export interface Line {
  readonly account: AccountId;
  readonly side: Side;
  /** Minor units, whole and above 0. */
  readonly amount: number;
}

/** What is posted at once: lines that balance. */
export interface Entry {
  /** The id of the event that caused it, under which it is posted once. */
  readonly entryId: string;
  readonly kind: AccountEntry['kind'];
  /** What it is about: an order. */
  readonly about: string;
  readonly currency: Currency;
  readonly lines: readonly Line[];
  /** When it happened. */
  readonly at: string;
}

/** Percent of value added tax that prices include. */
const VALUE_ADDED_TAX = 19;

/** The part of a gross amount that is tax, to the nearest cent. */
export const taxIn = (gross: number): number => Math.round((gross * VALUE_ADDED_TAX) / (100 + VALUE_ADDED_TAX));

type Cause = Pick<Entry, 'entryId' | 'about' | 'at'> & { readonly amount: Money };

/** The provider holds a shopper's money for the shop: goods were sold for it, and some of it is tax. */
export function captured({ amount, ...cause }: Cause): Entry {
  const tax = taxIn(amount.amount);
  return {
    ...cause,
    kind: 'payment-captured',
    currency: amount.currency,
    lines: nonZero([
      { account: 'provider-clearing', side: 'debit', amount: amount.amount },
      { account: 'goods-sold', side: 'credit', amount: amount.amount - tax },
      { account: 'value-added-tax', side: 'credit', amount: tax },
    ]),
  };
}

/** The provider gave money back, so the shop owes less tax; what was sold stays told as sold. */
export function refunded({ amount, ...cause }: Cause): Entry {
  const tax = taxIn(amount.amount);
  return {
    ...cause,
    kind: 'payment-refunded',
    currency: amount.currency,
    lines: nonZero([
      { account: 'goods-returned', side: 'debit', amount: amount.amount - tax },
      { account: 'value-added-tax', side: 'debit', amount: tax },
      { account: 'provider-clearing', side: 'credit', amount: amount.amount },
    ]),
  };
}

/** A cent holds no tax. */
const nonZero = (lines: readonly Line[]): readonly Line[] => lines.filter(({ amount }) => amount !== 0);

/** What one side of an entry comes to. */
export const sumOf = (lines: readonly Line[], side: Side): number =>
  lines.filter((line) => line.side === side).reduce((sum, { amount }) => sum + amount, 0);
