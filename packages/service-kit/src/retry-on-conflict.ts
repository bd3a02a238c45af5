import { TransientError } from './errors.ts';

/** How often somebody else may be faster before the caller's caller has to come back later. */
const TRIES = 5;

interface Options {
  readonly tries?: number;
  /** Waits before the next try, the longer the more tries were in vain. */
  readonly pause?: (triesInVain: number) => Promise<void>;
}

/**
 * Optimistic locking: decides on what is stored and writes on condition that it still is; whenever somebody else was faster
 * (`changed`), it decides anew.
 *
 * @param decide reads, decides and writes; it is told how many tries were in vain, so that the first may guess instead of reading.
 * @throws TransientError when somebody else is faster again and again.
 * @example
 * retryOnConflict(async () => (await table.save(decide(await table.read(id)))) === 'saved' ? { outcome: 'done' } : 'changed');
 */
export async function retryOnConflict<Result>(
  decide: (triesInVain: number) => Promise<Result | 'changed'>,
  { tries = TRIES, pause = async () => {} }: Options = {},
): Promise<Result> {
  for (let inVain = 0; inVain < tries; inVain += 1) {
    if (inVain > 0) await pause(inVain);
    const result = await decide(inVain);
    if (result !== 'changed') return result;
  }
  throw new TransientError(`Somebody else was faster ${tries} times in a row`);
}
