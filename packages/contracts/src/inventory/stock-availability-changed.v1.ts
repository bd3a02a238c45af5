import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { Sku } from '../shared/ids.ts';

/** A product sold out, or is available again. `stockVersion` rises with every change of its stock, so that late events can be recognized. */
export const StockAvailabilityChanged = defineEvent({
  owner: 'inventory',
  name: 'StockAvailabilityChanged',
  version: 1,
  schema: z.object({ sku: Sku, available: z.boolean(), stockVersion: z.int().positive() }),
});
