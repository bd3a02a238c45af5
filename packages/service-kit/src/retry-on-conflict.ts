import { TransientError } from './errors.ts';

/** Maximum number of decisions before the caller has to retry later. */
const TRIES = 5;

interface Options {
  readonly tries?: number;
  /** Waits before the next decision, longer after each lost race. */
  readonly pause?: (triesInVain: number) => Promise<void>;
}

/**
 * Optimistic locking: decides on the stored state and writes on condition that it is unchanged. After a lost race
 * (`changed`), it decides again.
 *
 * @param decide reads, decides and writes. Its argument is the number of lost races, so that the first decision may
 * guess instead of reading.
 * @throws TransientError after too many lost races.
 * @example
 * retryOnConflict(async () => (await table.save(decide(await table.read(id)))) === 'saved' ? { outcome: 'done' } :
 * 'changed');
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
  throw new TransientError(`Lost ${tries} races in a row`);
}
