import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { checkOrder } from '../../app/order/workflow-steps.ts';
import { CheckOrder } from '../../commands.ts';

export const handler = commandFunction(CheckOrder, (request, context) =>
  checkOrder({ orders: orderTable(context), now: context.now }, request),
);
