import { InvalidToken, SendTaskSuccessCommand, SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { executionsOf } from '@waypost/service-kit';
import { workflowArn } from '../config.ts';
import type { Order } from '../domain/order/order.ts';
import type { OrderWorkflow } from '../ports.ts';

const stepFunctions = new SFNClient({});

/** Input of an execution of OrderWorkflow. */
export function workflowInputOf(order: Order) {
  const { orderId, attempt, shopperId, lines, total, shippingAddress, paymentMethod, correlationId, decisions } = order;
  return {
    correlationId,
    orderId,
    attempt,
    shopperId,
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    total,
    address: shippingAddress,
    paymentMethod,
    ...(decisions.compensation && { compensation: decisions.compensation }),
  };
}

const nameOf = ({ orderId, attempt }: Order): string => `${orderId}-${attempt}`;

/** Starts executions named `<orderId>-<attempt>`, so that an attempt runs once. */
export function stepFunctionsWorkflow(): OrderWorkflow {
  const { start, stateOf } = executionsOf(workflowArn());
  return {
    start: (order) => start(nameOf(order), workflowInputOf(order)),
    stateOf: (order) => stateOf(nameOf(order)),
    complete: (taskToken, answer) => completeTask(taskToken, answer),
  };
}

/** Alone, for functions that tell tasks and start nothing. */
export const completeTask: OrderWorkflow['complete'] = (taskToken, answer) =>
  stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ outcome: answer }) })).then(
    () => 'completed' as const,
    (error: unknown) => {
      const isOver = [TaskTimedOut, TaskDoesNotExist, InvalidToken].some((each) => error instanceof each);
      if (isOver) return 'over' as const;
      throw error;
    },
  );
