import { count, logger, scheduledFunction } from '@waypost/service-kit';
import { balanceTable } from '../adapters/balance-table.ts';
import { reconcile } from '../app/reconcile.ts';
import { graceSeconds } from '../config.ts';

export const handler = scheduledFunction(async (context) => {
  const balances = balanceTable(context);
  const { agreed, differs } = await reconcile({ balances, graceSeconds: graceSeconds(), now: context.now });
  if (differs > 0) count('LedgerDifferences', differs);
  logger.info('reconciled', { agreed, differs });
});
