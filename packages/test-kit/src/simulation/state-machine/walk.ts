import type { Random } from '../random.ts';
import { dateAt, namedError } from '../functions.ts';
import type { InnerMachine, MapState, ParallelState, State, TaskState } from './definition.ts';
import { evaluate } from './expressions.ts';
import { withRetries } from './retry.ts';
import { type Scope, scopeIn, variablesIn, whileScopeRuns } from './scope.ts';

/** Dependencies of a walk. */
export interface Walker {
  readonly now: () => number;
  readonly random: Random;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called before each state; the walk goes on when it is done. */
  readonly entering: (state: string) => Promise<void>;
  readonly runTask: (state: TaskState, at: Place) => Promise<unknown>;
}

/** Position of a walk, with the data of its expressions. */
export interface Place {
  readonly input: unknown;
  readonly scope: Scope;
  /** The name of its execution. */
  readonly execution: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly walker: Walker;
}

interface Left {
  readonly output: unknown;
  /** None at the end. */
  readonly next?: string | undefined;
}

/** The value of a field at a place; `more` is what only some fields see, e.g. the result. */
export function valueAt(
  { input, scope, context, walker }: Place,
  template: unknown,
  more: object = {},
): Promise<unknown> {
  return evaluate(template, {
    states: { input, context, ...more },
    variables: variablesIn(scope),
    now: () => dateAt(walker.now()),
    random: () => walker.random.next(),
  });
}

/** Walks a machine from its start and gives its output. */
export async function walk(machine: InnerMachine, place: Place): Promise<unknown> {
  const { scope, walker } = place;
  let name = machine.StartAt;
  let { input } = place;
  for (;;) {
    const state = machine.States[name];
    if (!state) throw namedError('States.Runtime', `There is no state ${name}`);
    await whileScopeRuns(scope, walker.entering(name));
    const entered = { Name: name, EnteredTime: dateAt(walker.now()).toISOString(), RetryCount: 0 };
    const context = { ...place.context, State: entered };
    const { output, next } = await whileScopeRuns(scope, pass(state, { ...place, input, context }));
    if (next === undefined) return output;
    name = next;
    input = output;
  }
}

async function pass(state: State, place: Place): Promise<Left> {
  switch (state.Type) {
    case 'Task':
      return tryToPass(state, place, (at) => place.walker.runTask(state, at));
    case 'Parallel':
      return tryToPass(state, place, (at) => runBranches(state, at));
    case 'Map':
      return tryToPass(state, place, (at) => runItems(state, at));
    case 'Choice':
      return choose(state, place);
    case 'Pass':
      return leave(state, place, place.input);
    case 'Wait':
      await place.walker.sleep(await waitOf(state, place));
      return leave(state, place, place.input);
    case 'Succeed':
      return leave(state, place, place.input);
    case 'Fail': {
      const [error, cause] = [await valueAt(place, state.Error ?? ''), await valueAt(place, state.Cause ?? '')];
      throw namedError(String(error), String(cause));
    }
  }
}

interface Leaving {
  readonly Output?: unknown;
  readonly Assign?: Readonly<Record<string, unknown>> | undefined;
  readonly Next?: string | undefined;
}

/** Output and variables are both made of what was there on entry. */
async function leave(
  { Output, Assign, Next }: Leaving,
  place: Place,
  byDefault: unknown,
  more: object = {},
): Promise<Left> {
  const output = Output === undefined ? byDefault : await valueAt(place, Output, more);
  const assigned: [string, unknown][] = [];
  for (const [name, template] of Object.entries(Assign ?? {}))
    assigned.push([name, await valueAt(place, template, more)]);
  for (const [name, value] of assigned) place.scope.variables.set(name, value);
  return { output, next: Next };
}

async function tryToPass(
  state: TaskState | ParallelState | MapState,
  place: Place,
  run: (place: Place) => Promise<unknown>,
): Promise<Left> {
  const { scope, walker, context } = place;
  const attempt = async (tried: number): Promise<Left> => {
    const entered = context['State'];
    const at = { ...place, context: { ...context, State: { ...asObject(entered), RetryCount: tried } } };
    const result = await whileScopeRuns(scope, run(at));
    return leave(state, at, result, { result });
  };
  const sleep = (milliseconds: number) => whileScopeRuns(scope, walker.sleep(milliseconds));
  const ended = await withRetries(state, attempt, { random: walker.random, sleep });
  if ('result' in ended) return ended.result;
  const { failure, catcher } = ended;
  return leave(catcher, place, failure, { errorOutput: failure });
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

async function choose(state: Extract<State, { Type: 'Choice' }>, place: Place): Promise<Left> {
  for (const rule of state.Choices) {
    const holds = await valueAt(place, rule.Condition);
    if (typeof holds !== 'boolean') throw namedError('States.QueryEvaluationError', 'A condition is true or false');
    if (holds) return leave(rule, place, place.input);
  }
  if (state.Default === undefined)
    throw namedError('States.NoChoiceMatched', 'No choice matches, and there is no default');
  return leave({ Output: state.Output, Assign: state.Assign, Next: state.Default }, place, place.input);
}

async function waitOf({ Seconds, Timestamp }: Extract<State, { Type: 'Wait' }>, place: Place): Promise<number> {
  if (Timestamp === undefined) return 1000 * Number(await valueAt(place, Seconds ?? 0));
  return Date.parse(String(await valueAt(place, Timestamp))) - dateAt(place.walker.now()).getTime();
}

/** All at once; the first that fails takes the others' results with it: what they began runs on, but nothing follows. */
async function together(place: Place, runs: readonly ((scope: Scope) => Promise<unknown>)[]): Promise<unknown[]> {
  const scope = scopeIn(place.scope);
  try {
    return await Promise.all(runs.map((run) => run(scopeIn(scope))));
  } catch (error) {
    scope.isAbandoned = true;
    throw error;
  }
}

async function runBranches({ Branches, Arguments }: ParallelState, place: Place): Promise<unknown> {
  const input = Arguments === undefined ? place.input : await valueAt(place, Arguments);
  return together(
    place,
    Branches.map((branch) => (scope) => walk(branch, { ...place, input, scope })),
  );
}

async function runItems(
  { Items, ItemSelector, ItemProcessor, MaxConcurrency = 0 }: MapState,
  place: Place,
): Promise<unknown> {
  const items = Items === undefined ? place.input : await valueAt(place, Items);
  if (!Array.isArray(items)) throw namedError('States.QueryEvaluationError', 'The items of a Map are an array');
  const results: unknown[] = [];
  const waiting = [...items.entries()];
  const lane = async (scope: Scope): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [Index, Value] = next;
      const context = { ...place.context, Map: { Item: { Index, Value } } };
      const at = { ...place, context, scope: scopeIn(scope) };
      const input = ItemSelector === undefined ? Value : await valueAt(at, ItemSelector);
      results[Index] = await walk(ItemProcessor, { ...at, input });
    }
  };
  const lanes = MaxConcurrency === 0 ? items.length : Math.min(MaxConcurrency, items.length);
  await together(
    place,
    Array.from({ length: lanes }, () => lane),
  );
  return results;
}
