import { amountRefunded, type PaymentIntent } from './payment-intent.ts';

/** What the provider tells of an intent, by webhook: https://docs.stripe.com/api/events/types. */
export type IntentChange =
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.payment_failed'
  | 'payment_intent.succeeded'
  | 'payment_intent.canceled'
  | 'charge.refunded';

/** What happened to an intent from one write to the next; nothing of it that the shop isn't told about. */
export function changesOf(before: PaymentIntent | undefined, after: PaymentIntent): readonly IntentChange[] {
  const became = (status: PaymentIntent['status']) => after.status === status && before?.status !== status;
  const failed = became('requires_payment_method') && after.lastPaymentError !== null;
  const refunded = amountRefunded(after) > (before ? amountRefunded(before) : 0);
  return [
    ...(became('requires_capture') ? ['payment_intent.amount_capturable_updated' as const] : []),
    ...(failed ? ['payment_intent.payment_failed' as const] : []),
    ...(became('succeeded') ? ['payment_intent.succeeded' as const] : []),
    ...(became('canceled') ? ['payment_intent.canceled' as const] : []),
    ...(refunded ? ['charge.refunded' as const] : []),
  ];
}
