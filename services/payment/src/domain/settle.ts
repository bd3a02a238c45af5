import { type DomainEvent, PaymentSettled } from '@waypost/contracts';
import type { PaymentRecord } from './payment.ts';

/**
 * The record after the provider itself told that it has the money, and the event that tells of it; none where that was told
 * before, of another intent, or where the payment is being undone. It may come before the capture's own answer is recorded.
 */
export function recordSettlement(
  record: PaymentRecord | undefined,
  intentId: string,
  now: string,
): { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined {
  if (record?.undo !== 'none' || record.settledAt) return undefined;
  const { payableId, payment } = record;
  if (payment.status !== 'authorized' && payment.status !== 'captured') return undefined;
  if (payment.intentId !== intentId) return undefined;
  const data = { payableId, paymentIntentId: intentId, amount: payment.amount };
  return { record: { ...record, settledAt: now }, events: [PaymentSettled.build(payableId, data)] };
}
