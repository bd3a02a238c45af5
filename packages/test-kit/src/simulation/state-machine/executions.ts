import { dateAt, namedError, asJson } from '../functions.ts';
import type { Scheduler } from '../scheduler.ts';
import type { TaskTokens } from '../task-tokens.ts';
import { type Machine, machineOf } from './definition.ts';
import { type Failure, failureOf, timedOut } from './failures.ts';
import { scopeIn } from './scope.ts';
import { type Integrations, type SyncExecution, taskRunner } from './tasks.ts';
import { walk } from './walk.ts';

/** One run of a state machine. */
export interface Execution {
  readonly machine: string;
  readonly name: string;
  readonly input: unknown;
  /** The states that it entered, those of inner machines too. */
  readonly states: readonly string[];
  readonly status: () => 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output: () => unknown;
  readonly failure: () => Failure | undefined;
  /** Ends it where it stands: no Catch runs, and what it began runs on. */
  readonly abort: () => void;
  readonly ended: Promise<void>;
}

export interface StateMachines {
  /** @throws Error `ExecutionAlreadyExists` where the machine had an execution of that name. */
  readonly start: (machine: string, execution: { readonly name: string; readonly input: unknown }) => Execution;
  readonly execution: (machine: string, name: string) => Execution | undefined;
}

export interface StateMachinesProps {
  readonly scheduler: Scheduler;
  readonly tokens: TaskTokens;
  /** Definitions by the ARN that tasks name. */
  readonly definitions: Readonly<Record<string, unknown>>;
  /** Invokes a function by the ARN that tasks name. */
  readonly invoke: Integrations['invoke'];
  /** Called before each state: takes time, and may abort the execution. */
  readonly entering?: (execution: Execution, state: string) => Promise<void>;
  /** Around each call of `startSyncExecution`: takes time, may fail before or after. */
  readonly callingSync?: <Answer>(child: string, call: () => Promise<Answer>) => Promise<Answer>;
}

/** An Express execution ends after five minutes. Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const EXPRESS_SECONDS = 300;

/** State machines that are walked in virtual time. */
export function stateMachines(props: StateMachinesProps): StateMachines {
  const { scheduler, tokens, invoke, callingSync = (_, call) => call() } = props;
  const machines = new Map(Object.entries(props.definitions).map(([arn, each]) => [arn, machineOf(each)]));
  const executions = new Map<string, Execution>();
  const children = new Map<string, number>();

  const machineAt = (arn: string): Machine => {
    const machine = machines.get(arn);
    if (!machine) throw namedError('StateMachineDoesNotExist', `There is no state machine ${arn}`);
    return machine;
  };
  const begin = (arn: string, name: string, input: unknown, seconds?: number): Execution =>
    executionOf(props, runTask, { machine: machineAt(arn), arn, name, input: asJson(input), seconds });

  const startSync = async (arn: string, name: string, input: unknown): Promise<SyncExecution> => {
    const execution = begin(arn, name, input, EXPRESS_SECONDS);
    await execution.ended;
    const status = execution.status();
    if (status === 'SUCCEEDED') return { Status: status, Output: JSON.stringify(execution.output()) };
    return { Status: status === 'TIMED_OUT' ? status : 'FAILED', ...execution.failure() };
  };
  const runTask = taskRunner(scheduler, tokens, {
    invoke,
    startSyncExecution: (arn, input, startedBy) => {
      const name = `${startedBy}/${arn}`;
      const number = (children.get(name) ?? 0) + 1;
      children.set(name, number);
      return callingSync(name, () => startSync(arn, `${name}-${number}`, input));
    },
  });

  return {
    execution: (machine, name) => executions.get(`${machine}:${name}`),
    start: (machine, { name, input }) => {
      const id = `${machine}:${name}`;
      if (executions.has(id)) throw namedError('ExecutionAlreadyExists', `${id} was started before`);
      const execution = begin(machine, name, input, machineAt(machine).TimeoutSeconds);
      executions.set(id, execution);
      return execution;
    },
  };
}

interface Beginning {
  readonly machine: Machine;
  readonly arn: string;
  readonly name: string;
  readonly input: unknown;
  readonly seconds: number | undefined;
}

function executionOf(
  { scheduler, entering = async () => {} }: StateMachinesProps,
  runTask: ReturnType<typeof taskRunner>,
  { machine, arn, name, input, seconds }: Beginning,
): Execution {
  let status: ReturnType<Execution['status']> = 'RUNNING';
  let output: unknown;
  let failure: Failure | undefined;
  let reportEnd: () => void = () => {};
  const scope = scopeIn();
  const states: string[] = [];

  const end = (ended: typeof status, how: { output?: unknown; failure?: Failure }): void => {
    if (status !== 'RUNNING') return;
    status = ended;
    ({ output, failure } = how);
    scope.isAbandoned = true;
    reportEnd();
  };
  const execution: Execution = {
    machine: arn,
    name,
    input,
    states,
    status: () => status,
    output: () => output,
    failure: () => failure,
    abort: () => end('ABORTED', { failure: { Error: 'Aborted', Cause: 'It was ended where it stood' } }),
    ended: new Promise((resolve) => (reportEnd = resolve)),
  };
  const { now, sleep } = scheduler;
  const walker = {
    now,
    random: scheduler.random.of(name),
    sleep,
    runTask,
    entering: async (state: string) => {
      states.push(state);
      await entering(execution, state);
    },
  };
  const StartTime = dateAt(now()).toISOString();
  const context = {
    Execution: { Id: `${arn}:${name}`, Name: name, Input: input, StartTime },
    StateMachine: { Name: arn },
  };
  const callOff =
    seconds === undefined
      ? () => {}
      : scheduler.after(1000 * seconds, () => end('TIMED_OUT', { failure: failureOf(timedOut(name)) }));
  void execution.ended.then(callOff);
  walk(machine, { input, scope, execution: name, context, walker }).then(
    (result) => end('SUCCEEDED', { output: result }),
    (error: unknown) => end('FAILED', { failure: failureOf(error) }),
  );
  return execution;
}
