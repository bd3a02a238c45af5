import { ListAccounts } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { books } from '../adapters/ledger-table.ts';
import { CHART } from '../domain/accounts.ts';

export const handler = httpFunction(ListAccounts, async () => {
  const items = (await books().accounts()).map(({ accountId, currency, debits, credits }) => ({
    accountId,
    kind: CHART[accountId],
    currency,
    debits,
    credits,
    balance: debits - credits,
  }));
  return { body: { items } };
});
