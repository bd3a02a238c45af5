import * as z from 'zod';
import type { FaultKind, Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** One run of a function, from its start to its answer or its crash. */
export interface Invocation {
  readonly clock: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** The same port, each call of which takes time, may fail, and may be the last thing that this run does. */
  readonly port: <Port extends object>(name: string, port: Port) => Port;
}

/** A function as a service's simulation has it: its wiring, on ports of one invocation. */
export type SimulatedFunction = (payload: unknown, invocation: Invocation) => Promise<unknown>;

/** Adds a line to the trace. Its text is created only if the trace is read. */
export type Trace = (line: () => string) => void;

interface World {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly trace: Trace;
  /** Called after each call of a port that took effect, e.g. `orders.save`, with its arguments and the payload of the function. */
  readonly onEffect?: (call: string, values: readonly unknown[]) => void;
  /** Told of each run that failed though none of its ports did: a lost race, or a bug. */
  readonly onOwnFailure?: (functionName: string, error: unknown) => void;
}

const INVOCATION_FAULTS = ['throttle', 'duplicate', 'late'] as const satisfies readonly FaultKind[];
const PORT_FAULTS = [
  'slow',
  'error',
  'lost_answer',
  'crash_before',
  'crash_after',
] as const satisfies readonly FaultKind[];

/** When the simulation's first millisecond is. */
const EPOCH = Date.parse('2026-05-04T09:30:00.000Z');

/** The time of the simulation as a date. */
export const dateAt = (milliseconds: number): Date => new Date(EPOCH + milliseconds);

/** An error with a name, which is what a state machine sees of it. */
export const namedError = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** Copies a message as JSON, so that services share no object. */
export const asJson = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** Random numbers of an invocation: those of the order that it is about. */
function subjectOf(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  const about = Subject.safeParse(payload).data;
  return about === undefined ? '' : 'detail' in about ? about.detail.metadata.subject : about.metadata.correlationId;
}
const Subject = z.union([
  z.object({ metadata: z.object({ correlationId: z.string() }) }),
  z.object({ detail: z.object({ metadata: z.object({ subject: z.string() }) }) }),
]);

/** As much of an answer as a trace has room for. */
const shown = (result: unknown): string => (JSON.stringify(result) ?? 'nothing').slice(0, 120);

const never = <Result>(): Promise<Result> => new Promise(() => {});

/** Runs functions as Lambda does: at least as often as they are asked, at times late, and not always to their end. */
export function functionRunner(world: World) {
  const { scheduler, faults, trace } = world;
  let runs = 0;

  const invokeOnce = (name: string, run: SimulatedFunction, payload: unknown, luck: Random): Promise<unknown> => {
    const id = `${name}#${(runs += 1)}`;
    return new Promise((resolve, reject) => {
      let isHarmed = false;
      const harm = () => void (isHarmed = true);
      const crash = () => {
        trace(() => `${id} crashes`);
        reject(namedError('Runtime.ExitError', `${name} exited before it answered`));
      };
      trace(() => `${id} begins`);
      const work = async () => {
        const result = await run(asJson(payload), invocationOf(world, id, { payload, luck, harm, crash }));
        trace(() => `${id} answers ${shown(result)}`);
        return asJson(result);
      };
      work().then(resolve, (error: unknown) => {
        trace(() => `${id} fails: ${String(error)}`);
        if (!isHarmed) world.onOwnFailure?.(name, error);
        reject(error);
      });
    });
  };

  /** Invokes a function and returns its result. After a timeout of the caller, the function continues to run. */
  return async (name: string, run: SimulatedFunction, payload: unknown): Promise<unknown> => {
    const luck = scheduler.random.of(`${name} ${subjectOf(payload)}`);
    const isOut = faults.isOut(name);
    const fault = isOut
      ? luck.pick(['throttle', 'throttle', 'late', undefined])
      : faults.strike(INVOCATION_FAULTS, luck);
    await scheduler.sleep(luck.between(1, 20));
    switch (fault) {
      case 'throttle':
        trace(() => `${name} is rejected: too many requests`);
        throw namedError('Lambda.TooManyRequestsException', 'Rate exceeded');
      case 'late': {
        const delay = luck.between(25_000, 600_000);
        trace(() => `${name} is late by ${delay / 1000} s`);
        await scheduler.sleep(delay);
        break;
      }
      case 'duplicate':
        trace(() => `${name} runs twice`);
        scheduler.after(luck.between(0, 3000), () => {
          // No caller waits for the result or the error.
          invokeOnce(name, run, payload, luck).catch(() => {});
        });
        break;
      case undefined:
    }
    return invokeOnce(name, run, payload, luck);
  };
}

function invocationOf(
  { scheduler, faults, trace, onEffect = () => {} }: World,
  id: string,
  {
    payload,
    luck,
    harm,
    crash,
  }: { readonly payload: unknown; readonly luck: Random; readonly harm: () => void; readonly crash: () => void },
): Invocation {
  let isDead = false;
  const die = <Result>(): Promise<Result> => {
    isDead = true;
    crash();
    return never();
  };

  const call = async (
    what: string,
    parameters: readonly unknown[],
    effect: () => Promise<unknown>,
  ): Promise<unknown> => {
    const fault = faults.strike(PORT_FAULTS, luck);
    await scheduler.sleep(fault === 'slow' ? luck.between(500, 45_000) : luck.between(1, 30));
    if (isDead) return never();
    trace(() => `${id} ${what}${fault ? ` (${fault})` : ''}`);
    if (fault === 'error' || fault === 'lost_answer') harm();
    if (fault === 'error') throw new Error(`${what} can't be reached`);
    if (fault === 'crash_before') return die();
    const answer = await effect();
    onEffect(what, [payload, ...parameters]);
    if (fault === 'crash_after') return die();
    if (fault === 'lost_answer') throw new Error(`The answer of ${what} was lost`);
    return answer;
  };

  return {
    clock: () => dateAt(scheduler.now()),
    sleep: scheduler.sleep,
    port: (name, port) =>
      new Proxy(port, {
        get: (target, key) => {
          const found: unknown = Reflect.get(target, key);
          if (typeof found !== 'function') return found;
          return (...parameters: readonly unknown[]) =>
            call(`${name}.${String(key)}`, parameters, async () => Reflect.apply(found, target, parameters));
        },
      }),
  };
}
