import * as z from 'zod';
import { defineCommand } from '../define-command.ts';

/** Projects the books anew from the first entry on, while entries go on being posted. */
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
      /** How many entries were projected anew. */
      entries: z.int().nonnegative(),
    }),
  ]),
});
