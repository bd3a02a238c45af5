import { type DomainEvent, PaymentAuthenticated } from '@waypost/contracts';
import { type PaymentRecord, termsOf, withStatus } from './payment.ts';

/** Report of the provider about an intent that required authentication. */
export interface Authentication {
  readonly intentId: string;
  readonly outcome: 'authorized' | 'declined';
  /** Why it was declined. */
  readonly code?: string | undefined;
}

/**
 * Records the outcome of the shopper's authentication with its event. Returns undefined for a repeated report, for a
 * payment that required no authentication, and for one that is being reversed.
 */
export function recordAuthentication(
  record: PaymentRecord | undefined,
  { intentId, outcome, code = 'authentication_failed' }: Authentication,
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined {
  if (record?.reversal !== 'none') return undefined;
  const { payment } = record;
  if (payment.status !== 'authentication_required' || payment.intentId !== intentId) return undefined;
  const common = { ...termsOf(payment), history: withStatus(payment.history, outcome, now) };
  const { payableId } = record;
  const published = { payableId, paymentIntentId: intentId, outcome, ...(outcome === 'declined' && { code }) };
  return {
    record: {
      ...record,
      payment:
        outcome === 'authorized' ? { ...common, status: outcome, intentId } : { ...common, status: outcome, code },
    },
    events: [PaymentAuthenticated.build(payableId, published)],
  };
}
