import { setImmediate } from 'node:timers';
import { eventQueue, type ScheduledEvent } from './event-queue.ts';
import type { Random } from './random.ts';

/**
 * Virtual time, and what happens in it, one event after the other. Code that waits only for the scheduler (and for
 * promises that it settles) interleaves in the same way whenever the seed is the same.
 */
export interface Scheduler {
  /** Milliseconds since the simulation began. */
  readonly now: () => number;
  readonly random: Random;
  /** Lets something happen after so many milliseconds; gives what calls it off. */
  readonly after: (milliseconds: number, happen: () => void) => () => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Starts a background task. If it fails, the whole run fails. */
  readonly spawn: (work: () => Promise<unknown>) => void;
  /**
   * Runs until nothing is left to happen, or until the deadline (milliseconds since the simulation began).
   *
   * @throws what spawned work, or `afterEach`, throws.
   */
  readonly run: (options?: {
    readonly deadline?: number;
    readonly afterEach?: () => void;
  }) => Promise<'idle' | 'deadline'>;
  /** Number of past events. */
  readonly events: () => number;
}

/** Resolves when every promise that can settle now has settled: Node runs immediates after them. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** @example const scheduler = schedulerOf(randomFrom(7)); */
export function schedulerOf(random: Random): Scheduler {
  const queue = eventQueue();
  let time = 0;
  let happened = 0;
  let failure: { readonly error: unknown } | undefined;

  const after: Scheduler['after'] = (milliseconds, happen) => {
    const event: ScheduledEvent = {
      at: time + Math.max(0, milliseconds),
      turn: random.next(),
      happen,
      isCancelled: false,
    };
    queue.add(event);
    return () => void (event.isCancelled = true);
  };

  const run: Scheduler['run'] = async ({ deadline = Infinity, afterEach } = {}) => {
    await settled();
    for (;;) {
      const event = queue.take();
      if (!event) return 'idle';
      if (event.isCancelled) continue;
      if (event.at > deadline) {
        queue.add(event);
        return 'deadline';
      }
      time = event.at;
      happened += 1;
      event.happen();
      await settled();
      if (failure) throw failure.error;
      afterEach?.();
    }
  };

  return {
    now: () => time,
    random,
    after,
    sleep: (milliseconds) => new Promise((resolve) => void after(milliseconds, resolve)),
    spawn: (work) => void after(0, () => void work().catch((error: unknown) => void (failure ??= { error }))),
    run,
    events: () => happened,
  };
}
