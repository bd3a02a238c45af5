import { GetTrialBalance } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { books } from '../adapters/ledger-table.ts';

export const handler = httpFunction(GetTrialBalance, async () => {
  const currencies = (await books().totals()).map(({ currency, debits, credits }) => ({
    currency,
    debits,
    credits,
    difference: debits - credits,
  }));
  return { body: { currencies } };
});
