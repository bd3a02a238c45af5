import type { AuthorizePaymentRequest, AuthorizePaymentResult } from '@waypost/contracts';
import {
  type Alive,
  type Outcome,
  type Payment,
  type PaymentRecord,
  type Step,
  termsOf,
  withStatus,
} from './payment.ts';

/** Provider's answer to an authorization. */
export type Authorization =
  | { readonly outcome: 'authorized'; readonly intentId: string }
  | { readonly outcome: 'authentication_required'; readonly intentId: string; readonly nextActionUrl: string }
  | { readonly outcome: 'declined'; readonly code: string };

/**
 * Decides whether to call the provider. A pending authorization is repeated: the same idempotency key returns the same
 * result.
 */
export function beginAuthorization(
  record: PaymentRecord | undefined,
  request: AuthorizePaymentRequest & { readonly returnUrl?: string | undefined },
  now: string,
): Step<AuthorizePaymentResult, Alive> {
  if (!record) return { do: 'call', record: pending(request, now), writeFirst: true };
  if (record.reversal !== 'none') return { do: 'answer', result: { outcome: 'rejected', reason: 'reversed' } };
  const { attempt } = request;
  if (attempt < record.attempt) return { do: 'answer', result: { outcome: 'rejected', reason: 'newer_attempt' } };

  const isNewer = attempt > record.attempt;
  const raised = { ...record, attempt };
  if (record.payment.status === 'pending') return { do: 'call', record: raised, writeFirst: isNewer };
  return { do: 'answer', result: resultOf(record), ...(isNewer && { write: raised }) };
}

/** The record of what the provider said. */
export function recordAuthorization(
  { payment, ...record }: Alive,
  published: Authorization,
  now: string,
): Outcome<AuthorizePaymentResult, never> {
  const { outcome: status } = published;
  const common = { ...termsOf(payment), history: withStatus(payment.history, status, now) };
  const recorded = (next: Payment, result: AuthorizePaymentResult) => ({
    result,
    record: { ...record, payment: next },
    events: [],
  });
  switch (published.outcome) {
    case 'declined':
      return recorded({ ...common, status: published.outcome, code: published.code }, published);
    case 'authorized': {
      const { intentId } = published;
      return recorded(
        { ...common, status: published.outcome, intentId },
        { outcome: published.outcome, paymentIntentId: intentId },
      );
    }
    case 'authentication_required': {
      const { intentId, nextActionUrl } = published;
      const result = { outcome: published.outcome, paymentIntentId: intentId, nextActionUrl };
      return recorded({ ...common, status: published.outcome, intentId, nextActionUrl }, result);
    }
  }
}

function pending(
  { payableId, attempt, returnUrl, ...terms }: AuthorizePaymentRequest & { readonly returnUrl?: string | undefined },
  now: string,
): Alive {
  const { shopperId, amount, paymentMethod } = terms;
  const common = { shopperId, amount, paymentMethod, ...(returnUrl && { returnUrl }) };
  return {
    payableId,
    attempt,
    version: 0,
    reversal: 'none',
    payment: { ...common, status: 'pending', history: withStatus([], 'pending', now) },
  };
}

function resultOf({ payment }: Alive): AuthorizePaymentResult {
  switch (payment.status) {
    case 'authorized':
    case 'captured':
      return { outcome: 'authorized', paymentIntentId: payment.intentId };
    case 'authentication_required': {
      const { intentId, nextActionUrl } = payment;
      return { outcome: 'authentication_required', paymentIntentId: intentId, nextActionUrl };
    }
    case 'declined':
      return { outcome: 'declined', code: payment.code };
    case 'pending':
    case 'voided':
    case 'refunded':
      // Not of a payment that is alive and settled.
      return { outcome: 'rejected', reason: 'reversed' };
  }
}
