import { OrderId } from '@waypost/contracts';
import {
  type Faults,
  namedError,
  type Scheduler,
  type SimulatedFunction,
  stateMachines,
  taskTokens,
  type Trace,
} from '@waypost/test-kit/simulation';
import { type Executions, isPending } from 'order/simulation';
import { endedByItself, executionsOn } from './executions.ts';
import type { Plant } from './plants.ts';
import type { Services } from './services.ts';
import { WAITS } from './waits.ts';

interface Around {
  readonly plant: Plant;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly trace: Trace;
  readonly invoke: (name: string, run: SimulatedFunction, payload: unknown) => Promise<unknown>;
  /** Called for each execution that ended unexpectedly. */
  readonly onBug: (bug: string) => void;
}

/** Workflows of orders, which invoke the commands of all services. */
export function workflowsOf(
  { inventory, payment, shipping, order }: Services,
  { plant, scheduler, faults, trace, invoke, onBug }: Around,
): Executions {
  const functions = new Map<string, SimulatedFunction>(
    [inventory, payment, shipping, order].flatMap((each) => Object.entries(each.functions)),
  );
  const names = [...functions.keys(), 'prepare-order', 'arrange-shipments'];
  const definitions = order.stateMachines(Object.fromEntries(names.map((name) => [name, name])), WAITS);
  const tokens = taskTokens();
  const machines = stateMachines({
    ...walking(scheduler, faults, trace),
    scheduler,
    tokens,
    definitions: {
      ...definitions,
      'order-workflow': plant.orderWorkflow?.(definitions['order-workflow']) ?? definitions['order-workflow'],
    },
    invoke: async (name, payload) => {
      const run = functions.get(name);
      if (!run) throw namedError('Lambda.ResourceNotFoundException', `There is no function ${name}`);
      return invoke(name, run, payload);
    },
  });
  const isOpen = (execution: string): boolean => {
    const current = order.all.get(OrderId.parse(execution.replace(/-\d+$/, '')));
    return (
      current !== undefined &&
      execution === `${current.orderId}-${current.attempt}` &&
      (isPending(current) || (current.decisions.compensation !== undefined && current.status !== 'CANCELLED'))
    );
  };
  return executionsOn('order-workflow', machines, tokens, (execution) => {
    const bug = endedByItself(execution, isOpen);
    if (bug !== undefined) onBug(bug);
  });
}

/** Progress of executions: each step takes time and may be the last, and a child may fail before or after its work. */
export function walking(
  { random, sleep }: Scheduler,
  faults: Faults,
  trace: Trace,
): Pick<Parameters<typeof stateMachines>[0], 'entering' | 'callingSync'> {
  return {
    entering: async (execution, state) => {
      const luck = random.of(`steps of ${execution.name}`);
      await sleep(luck.between(1, 20));
      trace(() => `${execution.name} enters ${state}`);
      if (!faults.strike(['abort'], luck)) return;
      trace(() => `${execution.name} is aborted`);
      execution.abort();
    },
    callingSync: async (child, call) => {
      const fault = faults.strike(['error', 'lost_answer'], random.of(child));
      if (fault === 'error') throw namedError('Sfn.SdkClientException', `${child} can't be reached`);
      const answer = await call();
      if (fault === 'lost_answer') throw namedError('Sfn.SdkClientException', `The answer of ${child} was lost`);
      return answer;
    },
  };
}
