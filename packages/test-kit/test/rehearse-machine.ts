import { namedError } from '../src/simulation/functions.ts';
import { randomFrom } from '../src/simulation/random.ts';
import { type Scheduler, schedulerOf } from '../src/simulation/scheduler.ts';
import { type TaskTokens, taskTokens } from '../src/simulation/task-tokens.ts';
import { type Execution, stateMachines } from '../src/simulation/state-machine/executions.ts';

export type Fields = Readonly<Record<string, unknown>>;
interface Rehearsal {
  readonly scheduler: Scheduler;
  readonly tokens: TaskTokens;
}
export type Invoke = (functionName: string, payload: unknown, rehearsal: Rehearsal) => Promise<unknown>;

const invoke = 'arn:aws:states:::lambda:invoke';

export const machine = (States: Fields, more: Fields = {}): Fields => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...more,
});
export const inner = (States: Fields): Fields => ({ StartAt: Object.keys(States)[0], States });
export const pass = (Output: unknown, more: Fields = {}): Fields => ({ Type: 'Pass', Output, End: true, ...more });
export const task = (name: string, more: Fields = {}): Fields => ({
  Type: 'Task',
  Resource: invoke,
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...more,
});

/** Runs a state machine to the end of everything that it started. Returns its result and the number of seconds. */
export async function walked(
  definition: Fields,
  { input = {}, run = async () => null, child }: { input?: unknown; run?: Invoke; child?: Fields } = {},
) {
  const scheduler = schedulerOf(randomFrom(1));
  const tokens = taskTokens();
  const machines = stateMachines({
    scheduler,
    tokens,
    definitions: { tea: definition, ...(child && { child }) },
    invoke: (name, payload) => run(name, payload, { scheduler, tokens }),
  });
  const execution: Execution = machines.start('tea', { name: 'cup-1', input });
  let seconds = 0;
  void execution.ended.then(() => (seconds = scheduler.now() / 1000));
  await scheduler.run();
  const { states, status, output, failure } = execution;
  return { states, status: status(), output: output(), error: failure()?.Error, cause: failure()?.Cause, seconds };
}
export const outputOf = async (...parameters: Parameters<typeof walked>): Promise<unknown> =>
  (await walked(...parameters)).output;

/** A function that fails with these errors, one a call, and then works. */
export const failing = (...errors: readonly string[]): Invoke => {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error !== undefined) throw namedError(error, 'as planned');
    return 'poured';
  };
};
