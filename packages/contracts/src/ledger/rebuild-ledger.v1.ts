import * as z from 'zod';
import { defineCommand } from '../define-command.ts';

/** Rebuilds the ledger's projections from the first event, while new entries are posted. */
export const RebuildLedger = defineCommand({
  owner: 'ledger',
  name: 'rebuild-ledger',
  version: 1,
  request: z.object({}),
  result: z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('rebuilt'),
      /** Rises with every rebuild. */
      generation: z.int().positive(),
      /** Number of projected entries. */
      entries: z.int().nonnegative(),
    }),
  ]),
});
