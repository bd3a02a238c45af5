import * as z from 'zod';
import { defineCommand, type CommandRequest, type CommandResult } from '../define-command.ts';
import { Attempt, OrderId, Sku, WarehouseId } from '../shared/ids.ts';
import { OrderLines } from '../shared/order-lines.ts';

/** Items of an order that one warehouse reserves. */
export const StockPart = z.object({ warehouse: WarehouseId, lines: OrderLines });
export type StockPart = z.infer<typeof StockPart>;

/** Reserves every item of an order or none. */
export const ReserveStock = defineCommand({
  owner: 'inventory',
  name: 'reserve-stock',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt, lines: OrderLines }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('reserved'), parts: z.array(StockPart).min(1) }),
    z.object({ outcome: z.literal('out_of_stock'), skus: z.array(Sku).min(1) }),
    z.object({ outcome: z.literal('rejected'), reason: z.enum(['released', 'newer_attempt']) }),
  ]),
});
export type ReserveStockRequest = CommandRequest<typeof ReserveStock>;
export type ReserveStockResult = CommandResult<typeof ReserveStock>;
