import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { cancelOrder } from '../../app/order/workflow-steps.ts';
import { CancelOrder } from '../../commands.ts';

export const handler = commandFunction(CancelOrder, (request, context) =>
  cancelOrder({ orders: orderTable(context), now: context.now }, request),
);
