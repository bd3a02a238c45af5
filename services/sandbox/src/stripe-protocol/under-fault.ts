import { setTimeout } from 'node:timers/promises';
import { logger } from '@waypost/service-kit';
import type { Answered } from '../app/answer-once.ts';
import type { FaultOperation } from '../domain/control/fault.ts';
import type { ProviderError } from '../domain/payments/provider-error.ts';
import { GENERIC_DECLINE } from '../domain/payments/test-cards.ts';
import type { Faults } from '../ports.ts';
import { errorAnswer } from './objects.ts';

/** By what name faults know the operations of the API. */
const FAULT_OPERATIONS = {
  createPaymentIntent: 'authorize',
  retrievePaymentIntent: 'retrieve',
  capturePaymentIntent: 'capture',
  cancelPaymentIntent: 'cancel',
  createRefund: 'refund',
} as const satisfies Readonly<Record<string, FaultOperation>>;

export type ProviderOperation = keyof typeof FAULT_OPERATIONS;

export const UNEXPECTED: ProviderError = {
  status: 500,
  type: 'api_error',
  message: 'An unexpected error occurred.',
};

/** Longer than the shop waits for the provider, which is 6 seconds. In milliseconds. */
const SLOW = 8000;

export const wait = (milliseconds: number): Promise<void> => setTimeout(milliseconds);

/**
 * Handles a request with the fault that affects it, if any.
 *
 * @param answer handles the request; its argument is true if the bank declines.
 */
export async function underFault(
  { operation, faults, wait: waitFor }: { operation: ProviderOperation; faults: Faults; wait: typeof wait },
  answer: (declines: boolean) => Promise<Answered>,
): Promise<Answered> {
  const fault = await faults.take(FAULT_OPERATIONS[operation]);
  if (fault) logger.info('fault', { fault });
  switch (fault) {
    case 'slow':
      await waitFor(SLOW);
      return answer(false);
    case 'error':
      return failed(UNEXPECTED);
    case 'lost_answer':
      await answer(false);
      return failed(UNEXPECTED);
    case 'decline':
      // A new intent remembers that its card was declined. One that is there stays as it was, and may be asked again.
      return operation === 'createPaymentIntent' ? answer(true) : failed(GENERIC_DECLINE);
    // The others fall on webhooks.
    case 'duplicate_webhook':
    case 'reorder_webhooks':
    case undefined:
      return answer(false);
  }
}

function failed(error: ProviderError): Answered {
  return { ...errorAnswer(error), replayed: false };
}
