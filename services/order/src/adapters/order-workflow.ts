import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { workflowArn } from '../config.ts';
import type { Order } from '../domain/order.ts';
import type { OrderWorkflow } from '../ports.ts';

const stepFunctions = new SFNClient({});

/** What an execution of OrderWorkflow gets. */
export function workflowInputOf(order: Order, correlationId: string) {
  const { orderId, attempt, shopperId, lines, total, shippingAddress, paymentMethod } = order;
  return {
    correlationId,
    orderId,
    attempt,
    shopperId,
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    total,
    address: shippingAddress,
    paymentMethod,
  };
}

/** Starts executions named `<orderId>-<attempt>`: a name stays taken for 90 days, so an attempt is never driven twice. */
export function stepFunctionsWorkflow(): OrderWorkflow {
  const stateMachineArn = workflowArn();
  return {
    start: (order, correlationId) =>
      stepFunctions
        .send(
          new StartExecutionCommand({
            stateMachineArn,
            name: `${order.orderId}-${order.attempt}`,
            input: JSON.stringify(workflowInputOf(order, correlationId)),
          }),
        )
        .then(
          () => 'started' as const,
          (error: unknown) => {
            if (error instanceof ExecutionAlreadyExists) return 'started_before' as const;
            throw error;
          },
        ),
  };
}
