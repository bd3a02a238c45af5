import { deadLetterQueue, type MessageContext } from '@waypost/service-kit';
import { orderTable } from './adapters/order-table.ts';
import { stepFunctionsWorkflow } from './adapters/order-workflow.ts';
import { shippingByWorkflow } from './adapters/shipping.ts';
import type { AskPorts } from './app/order/ask-shipping.ts';
import type { RedrivePorts } from './app/recovery/redrive-order.ts';
import type { OrderWorkflow } from './ports.ts';

/** What asking shipping about a confirmed order needs, and undoing it then. */
export function recallDeps(context: MessageContext): AskPorts & { readonly workflow: OrderWorkflow } {
  return {
    orders: orderTable(context),
    workflow: stepFunctionsWorkflow(),
    shipping: shippingByWorkflow(context),
    now: context.now,
  };
}

/** What driving orders again needs. Parked orders are dead letters: an operator finds them where all else lies that needs one. */
export function redriveDeps(context: MessageContext): RedrivePorts {
  const deadLetters = deadLetterQueue();
  return {
    ...recallDeps(context),
    park: ({ orderId, attempt, correlationId }, reason) =>
      deadLetters({ body: JSON.stringify({ orderId }), reason, attempts: attempt, correlationId }),
  };
}
