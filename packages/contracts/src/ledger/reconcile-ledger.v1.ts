import * as z from 'zod';
import { defineCommand, type CommandResult } from '../define-command.ts';
import { Currency } from '../shared/money.ts';

/** Compares the ledger with the provider's transactions now, without a grace period. */
export const ReconcileLedger = defineCommand({
  owner: 'ledger',
  name: 'reconcile-ledger',
  version: 1,
  request: z.object({}),
  result: z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('reconciled'),
      /** Payments that changed and are agreed on. */
      agreed: z.int().nonnegative(),
      /** Every payment that the two disagree on. */
      differs: z.int().nonnegative(),
      /** Debits less credits of each currency, in minor units: 0. */
      trialBalance: z.array(z.object({ currency: Currency, difference: z.int() })),
    }),
  ]),
});
export type ReconcileLedgerResult = CommandResult<typeof ReconcileLedger>;
