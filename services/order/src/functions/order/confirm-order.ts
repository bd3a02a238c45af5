import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { confirmOrder } from '../../app/order/workflow-steps.ts';
import { ConfirmOrder } from '../../commands.ts';

export const handler = commandFunction(ConfirmOrder, (request, context) =>
  confirmOrder({ orders: orderTable(context), now: context.now }, request),
);
