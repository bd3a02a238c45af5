import type { Random } from '../random.ts';
import type { Catcher, Retrier } from './definition.ts';
import { type Failure, failureOf, matches } from './failures.ts';

/** Milliseconds until the next try; `retried` is how often this retrier was used in this state. */
export function delayOf(retrier: Retrier, retried: number, random: Random): number {
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds = Infinity, JitterStrategy } = retrier;
  const delay = 1000 * Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** retried);
  return JitterStrategy === 'FULL' ? random.next() * delay : delay;
}

export interface Caught {
  readonly failure: Failure;
  readonly catcher: Catcher;
}

/**
 * Tries until it works, the retriers are used up, or none of them matches; the first that matches an error decides.
 *
 * @throws what the last try threw, where no catcher matches it.
 */
export async function withRetries<Result>(
  { Retry, Catch }: { readonly Retry: readonly Retrier[]; readonly Catch: readonly Catcher[] },
  attempt: (tried: number) => Promise<Result>,
  { random, sleep }: { readonly random: Random; readonly sleep: (milliseconds: number) => Promise<void> },
): Promise<{ readonly result: Result } | Caught> {
  const uses = new Map<Retrier, number>();
  for (let tried = 0; ; tried += 1) {
    try {
      return { result: await attempt(tried) };
    } catch (error) {
      const failure = failureOf(error);
      const retrier = Retry.find(({ ErrorEquals }) => matches(ErrorEquals, failure));
      const used = retrier ? (uses.get(retrier) ?? 0) : 0;
      if (retrier && used < retrier.MaxAttempts) {
        uses.set(retrier, used + 1);
        await sleep(delayOf(retrier, used, random));
        continue;
      }
      const catcher = Catch.find(({ ErrorEquals }) => matches(ErrorEquals, failure));
      if (!catcher) throw error;
      return { failure, catcher };
    }
  }
}
