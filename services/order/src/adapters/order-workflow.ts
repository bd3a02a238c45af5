import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { workflowArn } from '../config.ts';
import type { Order } from '../domain/order.ts';
import type { OrderWorkflow } from '../ports.ts';

const stepFunctions = new SFNClient({});

/** What an execution of OrderWorkflow gets. */
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
    ...(decisions.undoing && { undoing: decisions.undoing }),
  };
}

const nameOf = ({ orderId, attempt }: Order): string => `${orderId}-${attempt}`;

/** Turns errors of the given classes into a value; all else is thrown on. */
const when =
  <Value>(value: Value, ...errors: readonly (new (...args: never[]) => Error)[]) =>
  (error: unknown): Value => {
    if (errors.some((each) => error instanceof each)) return value;
    throw error;
  };

/** Executions named `<orderId>-<attempt>`: a name stays taken for 90 days, so an attempt is never driven twice. */
export function stepFunctionsWorkflow(): OrderWorkflow {
  const stateMachineArn = workflowArn();
  const executionArn = (order: Order) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${nameOf(order)}`;
  return {
    start: (order) =>
      stepFunctions
        .send(
          new StartExecutionCommand({
            stateMachineArn,
            name: nameOf(order),
            input: JSON.stringify(workflowInputOf(order)),
          }),
        )
        .then(() => 'started' as const, when('started_before' as const, ExecutionAlreadyExists)),
    stateOf: (order) =>
      stepFunctions
        .send(new DescribeExecutionCommand({ executionArn: executionArn(order) }))
        .then(
          ({ status }) => (status === 'RUNNING' ? ('running' as const) : ('over' as const)),
          when('never_started' as const, ExecutionDoesNotExist),
        ),
    tell: (taskToken, answer) => tellTask(taskToken, answer),
  };
}

/** Alone, for functions that tell tasks and start nothing. */
export const tellTask: OrderWorkflow['tell'] = (taskToken, answer) =>
  stepFunctions
    .send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ outcome: answer }) }))
    .then(() => 'told' as const, when('over' as const, TaskTimedOut, TaskDoesNotExist, InvalidToken));
