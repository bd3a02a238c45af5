import { circuitBreaker } from '@waypost/service-kit';
import type { PaymentProvider } from '../ports.ts';

/** The payment provider behind a circuit breaker. */
export function guardedProvider(
  provider: PaymentProvider,
  options: Parameters<typeof circuitBreaker>[1] = {},
): PaymentProvider {
  const guarded = circuitBreaker('The payment provider', options);
  return {
    authorize: (charge) => guarded(() => provider.authorize(charge)),
    preventAuthorization: (charge) => guarded(() => provider.preventAuthorization(charge)),
    capture: (payableId, intentId) => guarded(() => provider.capture(payableId, intentId)),
    stateOf: (intentId) => guarded(() => provider.stateOf(intentId)),
    cancel: (payableId, intentId) => guarded(() => provider.cancel(payableId, intentId)),
    refund: (payableId, intentId, part) => guarded(() => provider.refund(payableId, intentId, part)),
    refundsOf: (intentId) => guarded(() => provider.refundsOf(intentId)),
  };
}
