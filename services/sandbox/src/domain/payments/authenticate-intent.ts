import { charged, type Decision, type PaymentIntent } from './payment-intent.ts';
import { invalidRequest, unexpectedState } from './provider-error.ts';

/** The shopper's answer on the bank's page. */
export type AuthenticationAnswer = 'authenticate' | 'fail';

/**
 * Charges the card of a shopper who authenticated, or asks for another card if that failed; an intent that waits for no
 * authentication any more stays as it is.
 */
export function authenticateIntent(intent: PaymentIntent, answer: AuthenticationAnswer, charge: string): Decision {
  if (intent.status !== 'requires_action') {
    return {
      outcome: 'rejected',
      error: unexpectedState(`This PaymentIntent has a status of ${intent.status} and waits for no authentication.`),
      about: intent,
    };
  }
  if (answer === 'authenticate') return { outcome: 'done', intent: charged(intent, charge) };
  const lastPaymentError = invalidRequest(
    'payment_intent_authentication_failure',
    'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
  );
  return {
    outcome: 'done',
    intent: { ...intent, status: 'requires_payment_method', paymentMethod: null, lastPaymentError },
  };
}
