import { Attempt, CancelReason, defineCommand, OrderId, WarehouseId } from '@waypost/contracts';
import * as z from 'zod';

const refused = z.object({
  outcome: z.literal('refused'),
  because: z.enum(['newer_attempt', 'cancelled', 'confirmed', 'unknown_order']),
});

/** The end of the straight path. */
export const ConfirmOrder = defineCommand({
  owner: 'order',
  name: 'confirm-order',
  version: 1,
  request: z.object({
    orderId: OrderId,
    attempt: Attempt,
    shipments: z.array(z.object({ shipmentId: z.string(), warehouse: WarehouseId })).min(1),
  }),
  result: z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('confirmed') }), refused]),
});

/** The end of every other path, once all that was done is undone. */
export const CancelOrder = defineCommand({
  owner: 'order',
  name: 'cancel-order',
  version: 1,
  request: z.object({ orderId: OrderId, attempt: Attempt, reason: CancelReason }),
  result: z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('cancelled') }), refused]),
});
