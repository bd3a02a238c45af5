import { deadLetterQueue, type MessageContext } from '@waypost/service-kit';
import { orderTable } from './adapters/order-table.ts';
import { stepFunctionsWorkflow } from './adapters/order-workflow.ts';
import { shippingByWorkflow } from './adapters/shipping.ts';
import type { RecallPorts } from './app/order/recall-shipments.ts';
import type { RedrivePorts } from './app/recovery/redrive-order.ts';
import type { OrderWorkflow } from './ports.ts';

/** Dependencies of stopping the shipments of a confirmed order and compensating it. */
export function recallDeps(context: MessageContext): RecallPorts & { readonly workflow: OrderWorkflow } {
  return {
    orders: orderTable(context),
    workflow: stepFunctionsWorkflow(),
    shipping: shippingByWorkflow(context),
    now: context.now,
  };
}

/**
 * Dependencies of redriving orders. Parked orders go to the same dead-letter queue as failed events, so that an
 * operator finds both there.
 */
export function redriveDeps(context: MessageContext): RedrivePorts {
  const deadLetters = deadLetterQueue();
  return {
    ...recallDeps(context),
    park: ({ orderId, attempt, correlationId }, reason) =>
      deadLetters({ body: JSON.stringify({ orderId }), reason, attempts: attempt, correlationId }),
  };
}
