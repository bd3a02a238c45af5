import type { AuthorizePaymentRequest, AuthorizePaymentResult } from '@waypost/contracts';
import { type Alive, type Outcome, type Step, withStatus } from './payment.ts';
import type { PaymentRecord } from './payment.ts';

/** What the provider said to an authorization. */
export type Authorization =
  | { readonly outcome: 'authorized'; readonly intentId: string }
  | { readonly outcome: 'declined'; readonly code: string };

/** Whether to ask the provider. A pending payment is asked again: the same key gives the same answer. */
export function beginAuthorization(
  record: PaymentRecord | undefined,
  request: AuthorizePaymentRequest,
  now: string,
): Step<AuthorizePaymentResult, Alive> {
  if (!record) return { do: 'ask', record: pending(request, now), writeFirst: true };
  if (record.undo !== 'none') return { do: 'answer', result: { outcome: 'refused', because: 'undone' } };
  const { attempt } = request;
  if (attempt < record.attempt) return { do: 'answer', result: { outcome: 'refused', because: 'newer_attempt' } };

  const isNewer = attempt > record.attempt;
  const raised = { ...record, attempt };
  if (record.payment.status === 'pending') return { do: 'ask', record: raised, writeFirst: isNewer };
  return { do: 'answer', result: resultOf(record), ...(isNewer && { write: raised }) };
}

/** The record of what the provider said. */
export function recordAuthorization(
  { payment, ...record }: Alive,
  told: Authorization,
  now: string,
): Outcome<AuthorizePaymentResult, never> {
  const { shopperId, amount, paymentMethod, history } = payment;
  const common = { shopperId, amount, paymentMethod };
  if (told.outcome === 'declined') {
    const declined = { ...common, status: 'declined', code: told.code } as const;
    return {
      result: { outcome: 'declined', code: told.code },
      record: { ...record, payment: { ...declined, history: withStatus(history, 'declined', now) } },
      events: [],
    };
  }
  const authorized = { ...common, status: 'authorized', intentId: told.intentId } as const;
  return {
    result: { outcome: 'authorized', paymentIntentId: told.intentId },
    record: { ...record, payment: { ...authorized, history: withStatus(history, 'authorized', now) } },
    events: [],
  };
}

function pending(request: AuthorizePaymentRequest, now: string): Alive {
  const { orderId, attempt, shopperId, amount, paymentMethod } = request;
  const history = withStatus([], 'pending', now);
  return {
    orderId,
    attempt,
    version: 0,
    undo: 'none',
    payment: { status: 'pending', shopperId, amount, paymentMethod, history },
  };
}

function resultOf({ payment }: Alive): AuthorizePaymentResult {
  switch (payment.status) {
    case 'authorized':
    case 'captured':
      return { outcome: 'authorized', paymentIntentId: payment.intentId };
    case 'declined':
      return { outcome: 'declined', code: payment.code };
    case 'pending':
    case 'voided':
    case 'refunded':
      // Not of a payment that is alive and settled.
      return { outcome: 'refused', because: 'undone' };
  }
}
