// Runs after all journeys: the ledger balances and agrees with the provider to the cent, within a deadline.
import { ReconcileLedger, type ReconcileLedgerResult, ReportBalance } from '@waypost/contracts';
import { invokeOnStage } from '@waypost/local';
import { eventually } from '@waypost/test-kit';

const BY = 'check-ledger';
const DEADLINE = { within: 120_000, every: 3000 } as const;

const isGood = ({ differs, trialBalance }: ReconcileLedgerResult): boolean =>
  differs === 0 && trialBalance.length > 0 && trialBalance.every(({ difference }) => difference === 0);

let last: ReconcileLedgerResult | undefined;
try {
  await eventually(async () => {
    await invokeOnStage(ReportBalance, {}, BY);
    last = await invokeOnStage(ReconcileLedger, {}, BY);
    if (!isGood(last)) throw new Error(JSON.stringify(last));
  }, DEADLINE);
  console.log(`The ledger balances and agrees with the provider: ${JSON.stringify(last)}`);
} catch (error) {
  console.error(`The ledger differs: ${JSON.stringify(last ?? String(error))}`);
  process.exitCode = 1;
}
