import type { MessageContext } from '@waypost/service-kit';
import { orderTable } from './adapters/order-table.ts';
import { completeTask } from './adapters/order-workflow.ts';

/** Dependencies of functions that record decisions or wait for them. */
export const deps = (context: MessageContext) => ({
  orders: orderTable(context),
  workflow: { complete: completeTask },
});
