import { deadLetterQueue, type MessageContext } from '@waypost/service-kit';
import { orderTable } from './adapters/order-table.ts';
import { stepFunctionsWorkflow } from './adapters/order-workflow.ts';
import type { RedrivePorts } from './app/redrive-order.ts';

/** What driving orders again needs. Parked orders are dead letters: an operator finds them where all else lies that needs one. */
export function redriveDeps(context: MessageContext): RedrivePorts {
  const deadLetters = deadLetterQueue();
  return {
    orders: orderTable(context),
    workflow: stepFunctionsWorkflow(),
    park: ({ orderId, attempt, correlationId }, reason) =>
      deadLetters({ body: JSON.stringify({ orderId }), reason, attempts: attempt, correlationId }),
    now: context.now,
  };
}
