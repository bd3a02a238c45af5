import { type DomainEvent, PaymentSettled } from '@waypost/contracts';
import type { PaymentRecord } from './payment.ts';

/**
 * Records that the provider confirmed the capture, with its event. Returns undefined for a repeated report, for another
 * intent, and for a payment that is being reversed. The report may arrive before the response to the capture.
 */
export function recordSettlement(
  record: PaymentRecord | undefined,
  intentId: string,
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined {
  if (record?.reversal !== 'none' || record.settledAt) return undefined;
  const { payableId, payment } = record;
  if (payment.status !== 'authorized' && payment.status !== 'captured') return undefined;
  if (payment.intentId !== intentId) return undefined;
  const data = { payableId, paymentIntentId: intentId, amount: payment.amount };
  return { record: { ...record, settledAt: now }, events: [PaymentSettled.build(payableId, data)] };
}
