import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Sku } from '../shared/ids.ts';

/** Returns the available units of each product. Products without a stock level are left out. */
export const LookUpStock = defineCommand({
  owner: 'inventory',
  name: 'look-up-stock',
  version: 1,
  request: z.object({ skus: z.array(Sku).min(1).max(40) }),
  result: z.object({
    outcome: z.literal('found'),
    levels: z.array(z.object({ sku: Sku, available: z.int().meta({ examples: [10] }) })),
  }),
});
export type LookUpStockRequest = CommandRequest<typeof LookUpStock>;
export type LookUpStockResult = CommandResult<typeof LookUpStock>;
