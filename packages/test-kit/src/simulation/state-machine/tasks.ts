import * as z from 'zod';
import { namedError } from '../functions.ts';
import type { Scheduler } from '../scheduler.ts';
import type { TaskTokens } from '../task-tokens.ts';
import type { TaskState } from './definition.ts';
import { timedOut } from './failures.ts';
import { type Place, valueAt } from './walk.ts';

/** Result of a synchronous Express execution. */
export interface SyncExecution {
  readonly Status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  /** JSON. */
  readonly Output?: string;
  readonly Error?: string;
  readonly Cause?: string;
}

/** Functions and state machines that tasks can call. */
export interface Integrations {
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  readonly startSyncExecution: (stateMachineArn: string, input: unknown, startedBy: string) => Promise<SyncExecution>;
}

const Invoke = z.strictObject({ FunctionName: z.string(), Payload: z.unknown() });
const StartSync = z.strictObject({ StateMachineArn: z.string(), Input: z.unknown(), Name: z.string().optional() });

/** Runs tasks as their resource says, and gives them up after their timeout; what they began runs on. */
export function taskRunner(scheduler: Scheduler, tokens: TaskTokens, { invoke, startSyncExecution }: Integrations) {
  /** Invokes a function that starts the task. Its token ends it later; a failure of the function ends it at once. */
  const waitForToken = async (state: TaskState, place: Place): Promise<unknown> => {
    // The first end counts: the token may end the task before its function fails.
    const { promise: outcome, resolve, reject } = Promise.withResolvers<unknown>();
    const token = tokens.issue((ended) =>
      ended.outcome === 'success' ? resolve(ended.output) : reject(namedError(ended.error, ended.cause)),
    );
    const context = { ...place.context, Task: { Token: token } };
    const work = async () => {
      const { FunctionName, Payload } = Invoke.parse(await valueAt({ ...place, context }, state.Arguments));
      invoke(FunctionName, Payload).catch(reject);
      return outcome;
    };
    return inTime(state, place, work).finally(() => tokens.close(token));
  };

  const ask = async (state: TaskState, place: Place): Promise<unknown> => {
    const given = await valueAt(place, state.Arguments);
    if (state.Resource === 'arn:aws:states:::lambda:invoke') {
      const { FunctionName, Payload } = Invoke.parse(given);
      return { ExecutedVersion: '$LATEST', Payload: (await invoke(FunctionName, Payload)) ?? null, StatusCode: 200 };
    }
    const { StateMachineArn, Input } = StartSync.parse(given);
    return startSyncExecution(StateMachineArn, typeof Input === 'string' ? JSON.parse(Input) : Input, place.execution);
  };

  const inTime = async (state: TaskState, place: Place, work: () => Promise<unknown>): Promise<unknown> => {
    if (state.TimeoutSeconds === undefined) return work();
    const seconds = Number(await valueAt(place, state.TimeoutSeconds));
    return new Promise((resolve, reject) => {
      const callOff = scheduler.after(1000 * seconds, () => reject(timedOut('The task')));
      work().then(resolve, reject).finally(callOff);
    });
  };

  return (state: TaskState, place: Place): Promise<unknown> =>
    state.Resource === 'arn:aws:states:::lambda:invoke.waitForTaskToken'
      ? waitForToken(state, place)
      : inTime(state, place, () => ask(state, place));
}
