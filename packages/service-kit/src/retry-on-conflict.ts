import { setTimeout } from 'node:timers/promises';
import { TransientError } from './errors.ts';

/** Base of the delay between decisions, in milliseconds. Its maximum doubles with each conflict. */
const BASE_DELAY = 20;
/** Maximum number of decisions before the caller has to retry later. */
const TRIES = 5;

interface Options {
  readonly tries?: number;
  /** Waits before the next decision, longer after each conflict. */
  readonly pause?: (conflicts: number) => Promise<void>;
}

/**
 * Optimistic locking: decides on the stored state and writes on condition that it is unchanged. After a conflict
 * (`changed`), it decides again.
 *
 * @param decide reads, decides and writes. Its argument is the number of conflicts, so that the first decision may
 * guess instead of reading.
 * @throws TransientError after too many conflicts.
 * @example
 * retryOnConflict(async () => (await table.save(decide(await table.read(id)))) === 'saved' ? { outcome: 'done' } :
 * 'changed');
 */
export async function retryOnConflict<Result>(
  decide: (conflicts: number) => Promise<Result | 'changed'>,
  { tries = TRIES, pause = async () => {} }: Options = {},
): Promise<Result> {
  for (let conflicts = 0; conflicts < tries; conflicts += 1) {
    if (conflicts > 0) await pause(conflicts);
    const result = await decide(conflicts);
    if (result !== 'changed') return result;
  }
  throw new TransientError(`${tries} conflicts in a row`);
}

/**
 * Waits with full jitter, so that competing writers don't conflict again.
 * Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const jitteredPause = async (conflicts: number): Promise<void> => {
  await setTimeout(Math.random() * BASE_DELAY * 2 ** conflicts);
};
