import { isRetriable, TransientError } from '@waypost/service-kit';
import { circuitBreaker as breaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import type { PaymentProvider } from '../ports.ts';

/** After so many failures in a row the provider is left in peace. */
const FAILURES = 5;
/** For how long it is left in peace; then one call tries whether it is back. In milliseconds. */
const PAUSE = 10_000;

/**
 * A provider that isn't asked any more while it fails each time: callers fail at once and come back later by their own retries, and
 * a provider that recovers isn't met by all who waited. What a provider refuses is an answer and no failure. Each execution
 * environment of a function has a breaker of its own, the one state that outlives an invocation: it holds no data, only how
 * the provider did lately.
 */
export function circuitBreaker(
  provider: PaymentProvider,
  { failures = FAILURES, pause = PAUSE }: { readonly failures?: number; readonly pause?: number } = {},
): PaymentProvider {
  const policy = breaker(handleWhen(isRetriable), {
    halfOpenAfter: pause,
    breaker: new ConsecutiveBreaker(failures),
  });
  const guarded = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      return await policy.execute(call);
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      throw new TransientError('The payment provider fails, and is left in peace for a moment', { cause: error });
    }
  };
  return {
    authorize: (charge) => guarded(() => provider.authorize(charge)),
    forestall: (charge) => guarded(() => provider.forestall(charge)),
    capture: (payableId, intentId) => guarded(() => provider.capture(payableId, intentId)),
    stateOf: (intentId) => guarded(() => provider.stateOf(intentId)),
    cancel: (payableId, intentId) => guarded(() => provider.cancel(payableId, intentId)),
    refund: (payableId, intentId, part) => guarded(() => provider.refund(payableId, intentId, part)),
  };
}
