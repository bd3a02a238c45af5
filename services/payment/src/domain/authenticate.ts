import { type DomainEvent, PaymentAuthenticated } from '@waypost/contracts';
import { type PaymentRecord, termsOf, withStatus } from './payment.ts';

/** What the provider reported of an intent that the shopper had to authenticate. */
export interface Authentication {
  readonly intentId: string;
  readonly outcome: 'authorized' | 'declined';
  /** Why it was declined. */
  readonly code?: string | undefined;
}

/**
 * The record after the shopper authenticated a payment or failed to, and the event that tells of it; none where that was told
 * before, where nobody had to authenticate, or where the payment is being undone.
 */
export function recordAuthentication(
  record: PaymentRecord | undefined,
  { intentId, outcome, code = 'authentication_failed' }: Authentication,
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined {
  if (record?.undo !== 'none') return undefined;
  const { payment } = record;
  if (payment.status !== 'authentication_required' || payment.intentId !== intentId) return undefined;
  const common = { ...termsOf(payment), history: withStatus(payment.history, outcome, now) };
  const { payableId } = record;
  const told = { payableId, paymentIntentId: intentId, outcome, ...(outcome === 'declined' && { code }) };
  return {
    record: {
      ...record,
      payment:
        outcome === 'authorized' ? { ...common, status: outcome, intentId } : { ...common, status: outcome, code },
    },
    events: [PaymentAuthenticated.build(payableId, told)],
  };
}
