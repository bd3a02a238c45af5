import { ReconcileLedger } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { balanceTable } from '../adapters/balance-table.ts';
import { books } from '../adapters/ledger-table.ts';
import { reconcile } from '../app/reconcile.ts';

export const handler = commandFunction(ReconcileLedger, async (_, context) => {
  const balances = balanceTable(context);
  const { agreed } = await reconcile({ balances, graceSeconds: 0, now: context.now });
  const [differing, totals] = await Promise.all([balances.differing(), books().totals()]);
  const trialBalance = totals.map(({ currency, debits, credits }) => ({ currency, difference: debits - credits }));
  return { outcome: 'reconciled' as const, agreed, differs: differing.length, trialBalance };
});
