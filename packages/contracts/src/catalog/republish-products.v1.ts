import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';

/**
 * Tells `ProductChanged` once more for a batch of products, for consumers that came later. Requested by a person or a tool, and
 * asked again with the `cursor` of the last result until there is none.
 */
export const RepublishProducts = defineCommand({
  owner: 'catalog',
  name: 'republish-products',
  version: 1,
  request: z.object({ cursor: z.string().max(2048).optional() }),
  result: z.object({
    outcome: z.literal('republished'),
    products: z.int().nonnegative(),
    cursor: z.string().optional(),
  }),
});
export type RepublishProductsRequest = CommandRequest<typeof RepublishProducts>;
export type RepublishProductsResult = CommandResult<typeof RepublishProducts>;
