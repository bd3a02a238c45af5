import type { AccountId, AccountKind } from '@waypost/contracts';

/** The chart of accounts; what each is for, and what is posted to it: docs/ledger.md. */
export const CHART: Readonly<Record<AccountId, AccountKind>> = {
  'provider-clearing': 'asset',
  'goods-sold': 'revenue',
  'goods-returned': 'expense',
  'trips-sold': 'revenue',
  'trips-refunded': 'expense',
  'provider-fees': 'expense',
  'value-added-tax': 'liability',
};
