import { PermanentError, reasonOf, TransientError } from '@waypost/service-kit';
import Stripe from 'stripe';

const { StripeCardError, StripeError, StripeIdempotencyError, StripeInvalidRequestError } = Stripe.errors;
const { StripeAuthenticationError, StripePermissionError } = Stripe.errors;

/** The shop's words for why a charge was rejected; none if that isn't what happened. */
export function declineCodeOf(error: unknown): string | undefined {
  if (error instanceof StripeCardError) {
    const { decline_code: declined, code } = error;
    return declined && declined !== 'generic_decline' ? declined : (code ?? 'card_declined');
  }
  if (!(error instanceof StripeInvalidRequestError)) return undefined;
  if (error.code === 'resource_missing' && error.param === 'payment_method') return 'unknown_payment_method';
  return error.code === 'amount_too_large' || error.code === 'amount_too_small' ? error.code : undefined;
}

/** The intent isn't in the state that the request needs. */
export function isUnexpectedState(error: unknown): boolean {
  return error instanceof StripeInvalidRequestError && error.code === 'payment_intent_unexpected_state';
}

export function isAlreadyRefunded(error: unknown): boolean {
  return error instanceof StripeInvalidRequestError && error.code === 'charge_already_refunded';
}

/** Less is left of the charge than the amount to refund. */
export function exceedsAmountLeft(error: unknown): boolean {
  return isAlreadyRefunded(error) || (error instanceof StripeInvalidRequestError && error.param === 'amount');
}

/** The key was used before, with other parameters. */
export function isKeyUsed(error: unknown): boolean {
  return error instanceof StripeIdempotencyError;
}

/**
 * Throws what the shop can't read as an outcome: a request that is wrong fails every time, all else may work later.
 * Source: https://docs.stripe.com/error-low-level
 */
export function fail(error: unknown): never {
  const isWrong =
    error instanceof StripeInvalidRequestError ||
    error instanceof StripeIdempotencyError ||
    error instanceof StripeAuthenticationError ||
    error instanceof StripePermissionError;
  const code = error instanceof StripeError && error.code ? ` (${error.code})` : '';
  const reason = `The payment provider rejected: ${reasonOf(error)}${code}`;
  throw isWrong ? new PermanentError(reason, { cause: error }) : new TransientError(reason, { cause: error });
}
