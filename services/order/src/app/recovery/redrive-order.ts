import type { OrderId, RedriveOrderResult } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import type { Order, OrderEvent } from '../../domain/order/order.ts';
import { decideRedrive } from '../../domain/recovery/redrive.ts';
import { taskToComplete } from '../../domain/order/waiting.ts';
import type { OrderWorkflow, ParkedOrders } from '../../ports.ts';
import { recallShipments, type RecallPorts } from '../order/recall-shipments.ts';
import { saveEvent } from '../order/change-order.ts';

export interface RedrivePorts extends RecallPorts {
  readonly workflow: OrderWorkflow;
  readonly park: ParkedOrders;
}

/**
 * Redrives an order without a decision: starts an execution that never began, starts the next attempt after one that
 * ended, completes a task whose decision is recorded, and retries the recall of a confirmed order whose cancellation
 * was requested. An order with too many attempts is parked for an operator.
 */
export function redriveOrder(
  ports: RedrivePorts,
  orderId: OrderId,
  by: 'sweeper' | 'operator',
): Promise<RedriveOrderResult | { readonly outcome: 'parked' }> {
  const { orders, workflow, park, now: at } = ports;
  return retryOnConflict<RedriveOrderResult | { readonly outcome: 'parked' }>(async () => {
    const order = await orders.get(orderId);
    if (!order) return { outcome: 'unknown_order' };
    const decision = decideRedrive(order, { execution: await workflow.stateOf(order), by, at });
    switch (decision.do) {
      case 'nothing':
        return decision.reason === 'running' ? completeAgain(workflow, order) : { outcome: decision.reason };
      case 'recall':
        return recall(ports, order, decision.onFailure);
      case 'start':
        await workflow.start(order);
        return { outcome: 'started', attempt: order.attempt };
      case 'raise': {
        const next = await saveEvent(orders, order, decision.event);
        if (next === 'changed') return 'changed';
        await workflow.start(next);
        return { outcome: 'started', attempt: next.attempt };
      }
      case 'park':
        // The dead letter comes first: after a crash in between, it is sent twice, but never lost.
        await park(order, decision.reason);
        return (await saveEvent(orders, order, decision.event)) === 'changed' ? 'changed' : { outcome: 'parked' };
    }
  });
}

/** Repeats the recall of an order. The sweeper's failures are counted, so that it parks the order after the last attempt. */
async function recall(
  ports: RecallPorts,
  order: Order,
  onFailure: OrderEvent | undefined,
): Promise<RedriveOrderResult> {
  try {
    const outcome = await recallShipments(ports, order);
    return outcome === 'left' ? { outcome: 'decided' } : { outcome: 'started', attempt: order.attempt + 1 };
  } catch (error) {
    if (onFailure) await saveEvent(ports.orders, order, onFailure);
    throw error;
  }
}

async function completeAgain(workflow: OrderWorkflow, order: Order): Promise<RedriveOrderResult> {
  const task = taskToComplete(order);
  if (task) await workflow.complete(task.taskToken, task.answer);
  return { outcome: 'running', attempt: order.attempt };
}
