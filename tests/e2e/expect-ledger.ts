import { expect } from 'vitest';
import { eventually } from '@waypost/test-kit';
import { type } from './type-command.ts';

/** Deadline for entries that are in progress. */
const PATIENCE = { within: 120_000, every: 2000 } as const;

/** Checks that the ledger of a stage balances, and agrees with the payment provider on every payment. */
export function expectReconciledLedger(stageFile?: string): Promise<void> {
  return eventually(async () => {
    const told = await type('npm run ledger -- reconcile', stageFile);
    expect(told).toMatch(/ 0 differ\. Trial balance: (EUR 0|no entries)\./);
  }, PATIENCE);
}
