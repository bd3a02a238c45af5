import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../adapters/order-table.ts';
import { finishOrder } from '../app/finish-order.ts';
import { ConfirmOrder } from '../commands.ts';

export const handler = commandFunction(ConfirmOrder, async ({ orderId, attempt, shipments }, context) => {
  const command = { type: 'confirm', attempt, at: context.now, shipments } as const;
  const finished = await finishOrder({ orders: orderTable(context) }, orderId, command);
  return finished.outcome === 'happened' ? ({ outcome: 'confirmed' } as const) : finished;
});
