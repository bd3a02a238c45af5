import type { Order } from '../src/domain/order/order.ts';
import type { ExecutionState } from '../src/domain/recovery/redrive.ts';
import type { OrderWorkflow } from '../src/ports.ts';

/** Executions by name, which the test ends, and the results of completed tasks. */
export interface WorkflowInMemory extends OrderWorkflow {
  readonly executions: Map<string, Exclude<ExecutionState, 'never_started'>>;
  readonly published: (readonly [taskToken: string, answer: string])[];
  readonly end: () => void;
}

const nameOf = ({ orderId, attempt }: Order): string => `${orderId}-${attempt}`;

export function workflowInMemory(): WorkflowInMemory {
  const executions: WorkflowInMemory['executions'] = new Map();
  const published: (readonly [string, string])[] = [];
  return {
    executions,
    published,
    end: () => {
      for (const name of executions.keys()) executions.set(name, 'over');
    },
    start: async (order) => {
      if (executions.has(nameOf(order))) return 'started_before';
      executions.set(nameOf(order), 'running');
      return 'started';
    },
    stateOf: async (order) => executions.get(nameOf(order)) ?? 'never_started',
    complete: async (taskToken, answer) => {
      published.push([taskToken, answer]);
      return 'completed';
    },
  };
}
