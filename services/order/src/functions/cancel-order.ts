import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../adapters/order-table.ts';
import { finishOrder } from '../app/finish-order.ts';
import { CancelOrder } from '../commands.ts';

export const handler = commandFunction(CancelOrder, async ({ orderId, attempt, reason }, context) => {
  const command = { type: 'cancel', attempt, at: context.now, reason } as const;
  const finished = await finishOrder({ orders: orderTable(context) }, orderId, command);
  return finished.outcome === 'happened' ? ({ outcome: 'cancelled' } as const) : finished;
});
