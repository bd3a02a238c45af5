import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { beginCompensation } from '../../app/order/workflow-steps.ts';
import { BeginCompensation } from '../../commands.ts';

export const handler = commandFunction(BeginCompensation, (request, context) =>
  beginCompensation({ orders: orderTable(context), now: context.now }, request),
);
