import type { OrderId } from '@waypost/contracts';
import { retryOnConflict, PermanentError } from '@waypost/service-kit';
import { decideWait, type Wait } from '../../domain/order/waiting.ts';
import type { Orders, OrderWorkflow } from '../../ports.ts';
import { saveEvent } from './change-order.ts';

interface Ports {
  readonly orders: Pick<Orders, 'get' | 'save'>;
  readonly workflow: Pick<OrderWorkflow, 'complete'>;
}

/**
 * Stores the token of a waiting task, or completes the task at once. A decision that is recorded at the same time
 * changes the order, so that the wait is decided again and finds it; a later one finds the token.
 */
export function awaitDecision(
  { orders, workflow }: Ports,
  orderId: OrderId,
  wait: Wait,
): Promise<{ readonly outcome: 'waiting' | 'answered' }> {
  return retryOnConflict<{ readonly outcome: 'waiting' | 'answered' }>(async () => {
    const order = await orders.get(orderId);
    if (!order) throw new PermanentError(`There is no order ${orderId} to wait for`);
    const decision = decideWait(order, wait);
    if (decision.do === 'wait') {
      return (await saveEvent(orders, order, decision.event)) === 'changed' ? 'changed' : { outcome: 'waiting' };
    }
    await workflow.complete(wait.taskToken, decision.answer);
    return { outcome: 'answered' };
  });
}
