import * as z from 'zod';
import { defineRoute } from '../define-route.ts';
import { Sku, WarehouseId } from '../shared/ids.ts';

export const StockLevel = z.object({
  sku: Sku,
  /** Σ(onHand − reserved) over the warehouses. */
  available: z.int().meta({ examples: [10] }),
  warehouses: z.array(
    z.object({
      warehouse: WarehouseId,
      onHand: z
        .int()
        .nonnegative()
        .meta({ examples: [12] }),
      reserved: z
        .int()
        .nonnegative()
        .meta({ examples: [2] }),
    }),
  ),
});
export type StockLevel = z.infer<typeof StockLevel>;

export const GetStock = defineRoute({
  owner: 'inventory',
  operationId: 'getStock',
  summary: 'Returns the stock level of a product in each warehouse',
  method: 'GET',
  path: '/stock/{sku}',
  access: 'open',
  parameters: z.object({ sku: Sku }),
  response: StockLevel,
});

export const PutStock = defineRoute({
  owner: 'inventory',
  operationId: 'putStock',
  summary: 'Sets the counted units of a product in a warehouse. Reserved units stay reserved',
  method: 'PUT',
  path: '/stock/{sku}',
  access: 'operator',
  parameters: z.object({ sku: Sku }),
  body: z.strictObject({ warehouse: WarehouseId, onHand: z.int().min(0).max(1_000_000) }),
  response: StockLevel,
});
