import { OrderPlaced } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { orderTable } from '../../adapters/order-table.ts';
import { stepFunctionsWorkflow } from '../../adapters/order-workflow.ts';
import { startOrder } from '../../app/recovery/start-order.ts';

export const handler = eventFunction([OrderPlaced], async ({ data: { orderId } }, context) => {
  const ports = { orders: orderTable(context), workflow: stepFunctionsWorkflow() };
  const outcome = await startOrder(ports, orderId);
  logger.info('order workflow', { orderId, outcome });
});
