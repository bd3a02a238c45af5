import { circuitBreaker as breaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { isRetriable, TransientError } from './errors.ts';

/** After so many failures in a row whoever is asked is left in peace. */
const FAILURES = 5;
/** For how long; then one call tries whether they are back. In milliseconds. */
const PAUSE = 10_000;

/**
 * Guards calls to somebody outside who isn't asked any more while each call fails: callers fail at once and come back later by their
 * own retries, and whoever recovers isn't met by all who waited. What is refused for good is an answer and no failure. Each execution
 * environment of a function has a breaker of its own, the one state that outlives an invocation: it holds no data, only how
 * they did lately.
 *
 * @param who is asked, for the reason: `The payment provider`.
 */
export function circuitBreaker(
  who: string,
  { failures = FAILURES, pause = PAUSE }: { readonly failures?: number; readonly pause?: number } = {},
): <Result>(call: () => Promise<Result>) => Promise<Result> {
  const policy = breaker(handleWhen(isRetriable), { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) });
  return async (call) => {
    try {
      return await policy.execute(call);
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      throw new TransientError(`${who} fails, and is left in peace for a moment`, { cause: error });
    }
  };
}
