import { circuitBreaker as breaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { isRetriable, TransientError } from './errors.ts';

/** Number of consecutive failures that opens the circuit. */
const FAILURES = 5;
/** For how long; then one call tries whether they are back. In milliseconds. */
const PAUSE = 10_000;

/**
 * Guards calls to an external service. While its calls fail, the circuit is open: callers fail at once with a transient
 * error and retry later, and the service can recover. A rejection for good is a response and not a failure. Each
 * execution environment has its own breaker. It is the only state that outlives an invocation, and holds no data.
 *
 * @param who name of the service for the error message: `The payment provider`.
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
