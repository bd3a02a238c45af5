// npm run ledger -- rebuild: rebuilds the read models of the ledger from the first entry on, on the running stage,
// while entries are still posted. npm run ledger -- reconcile: compares the ledger with the payment provider now.
import { RebuildLedger, ReconcileLedger, ReportBalance } from '@waypost/contracts';
import { invokeOnStage } from './ask-on-stage.ts';
import { describeError, StageError } from './stage-error.ts';

const BY = 'npm run ledger';

async function ledger(what: string | undefined): Promise<string> {
  if (what === 'rebuild') {
    const { entries, generation } = await invokeOnStage(RebuildLedger, {}, BY);
    return `Rebuilt from ${entries} entries; generation ${generation} is now current.`;
  }
  if (what === 'reconcile') {
    const { published } = await invokeOnStage(ReportBalance, {}, BY);
    const { agreed, differs, trialBalance } = await invokeOnStage(ReconcileLedger, {}, BY);
    const sums = trialBalance.map(({ currency, difference }) => `${currency} ${difference}`).join(', ');
    return `${published} transactions were new; ${agreed} payments agreed on, ${differs} differ. Trial balance: ${sums || 'no entries'}.`;
  }
  throw new StageError(
    what === undefined ? 'Nothing was asked for.' : `The ledger knows no ${what}.`,
    'Say: npm run ledger -- rebuild, or npm run ledger -- reconcile.',
  );
}

try {
  console.log(await ledger(process.argv[2]));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
