import { expect } from 'vitest';
import { eventually } from '@waypost/test-kit';
import { type } from './type-command.ts';

/** What is still on its way to the books comes within this. */
const PATIENCE = { within: 120_000, every: 2000 } as const;

/** The books of a stage balance, and agree with the payment provider on every payment. */
export function expectLedgerToAgree(stageFile?: string): Promise<void> {
  return eventually(async () => {
    const told = await type('npm run ledger -- reconcile', stageFile);
    expect(told).toMatch(/ 0 differ\. Trial balance: (EUR 0|no entries)\./);
  }, PATIENCE);
}
