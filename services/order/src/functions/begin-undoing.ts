import { commandFunction } from '@waypost/service-kit';
import { orderTable } from '../adapters/order-table.ts';
import { beginUndoing } from '../app/drive-order.ts';
import { BeginUndoing } from '../commands.ts';

export const handler = commandFunction(BeginUndoing, (request, context) =>
  beginUndoing({ orders: orderTable(context), now: context.now }, request),
);
