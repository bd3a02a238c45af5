import {
  type DomainEvent,
  PaymentCaptured,
  PaymentReversed,
  type ReversePaymentRequest,
  type ReversePaymentResult,
} from '@waypost/contracts';
import {
  amountLeft,
  type Outcome,
  type PaymentRecord,
  type Step,
  termsOf,
  type ReversalBegun,
  withStatus,
} from './payment.ts';

/** Outcome of a reversal at the provider. */
export type ReversalOutcome =
  | { readonly outcome: 'voided' | 'refunded'; readonly intentId: string }
  /** The authorization under way was declined, or prevented. */
  | { readonly outcome: 'declined'; readonly code: string }
  | { readonly outcome: 'prevented' };

/**
 * Decides whether there is something to reverse. The tombstone is written before the provider is called, so that no
 * authorization or capture begins in between.
 */
export function beginReversal(
  record: PaymentRecord | undefined,
  { payableId, attempt }: ReversePaymentRequest,
): Step<ReversePaymentResult, ReversalBegun> {
  if (!record) {
    const tombstone = { payableId, attempt, version: 0, reversal: 'nothing_authorized' } as const;
    return { do: 'answer', result: { outcome: 'nothing_authorized' }, write: tombstone };
  }
  if (attempt < record.attempt) return { do: 'answer', result: { outcome: 'rejected', reason: 'newer_attempt' } };

  const isNewer = attempt > record.attempt;
  if (record.reversal === 'begun') return { do: 'call', record: { ...record, attempt }, writeFirst: isNewer };
  if (record.reversal !== 'none') {
    return { do: 'answer', result: { outcome: record.reversal }, ...(isNewer && { write: { ...record, attempt } }) };
  }
  if (record.payment.status === 'declined') {
    const write = { ...record, attempt, reversal: 'nothing_authorized' } as const;
    return { do: 'answer', result: { outcome: 'nothing_authorized' }, write };
  }
  return { do: 'call', record: { ...record, attempt, reversal: 'begun' }, writeFirst: true };
}

/** Records a reversal with its events. */
export function recordReversal(
  begun: ReversalBegun,
  published: ReversalOutcome,
  now: string,
): Outcome<ReversePaymentResult, DomainEvent> {
  const { payment, ...record } = begun;
  const { history } = payment;
  const common = termsOf(payment);
  switch (published.outcome) {
    case 'prevented':
      return {
        result: { outcome: 'nothing_authorized' },
        record: {
          ...record,
          reversal: 'nothing_authorized',
          payment: { ...common, status: 'voided', history: withStatus(history, 'voided', now) },
        },
        events: [],
      };
    case 'declined':
      return {
        result: { outcome: 'nothing_authorized' },
        record: {
          ...record,
          reversal: 'nothing_authorized',
          payment: {
            ...common,
            status: 'declined',
            code: published.code,
            history: withStatus(history, 'declined', now),
          },
        },
        events: [],
      };
    case 'voided':
    case 'refunded': {
      const { outcome, intentId } = published;
      return {
        result: { outcome },
        record: {
          ...record,
          reversal: outcome,
          payment: { ...common, status: outcome, intentId, history: withStatus(history, outcome, now) },
        },
        events: reversalEvents(begun, published.outcome, intentId),
      };
    }
  }
}

/**
 * Events of a reversal. The refund of a capture that was never recorded publishes both, so that the ledger balances.
 */
function reversalEvents(record: ReversalBegun, how: 'voided' | 'refunded', intentId: string): DomainEvent[] {
  const { payableId, payment } = record;
  const data = { payableId, paymentIntentId: intentId, amount: payment.amount };
  // A part that was refunded before has an event of its own.
  const amount = how === 'refunded' ? { ...payment.amount, amount: amountLeft(record) } : payment.amount;
  const untold = how === 'refunded' && payment.status !== 'captured';
  return [
    ...(untold ? [PaymentCaptured.build(payableId, data)] : []),
    PaymentReversed.build(payableId, { ...data, amount, how }),
  ];
}
