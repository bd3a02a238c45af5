import { amountRefunded, type PaymentIntent } from './payment-intent.ts';

/** Types of the provider's webhooks about an intent: https://docs.stripe.com/api/events/types. */
export type IntentChange =
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.payment_failed'
  | 'payment_intent.succeeded'
  | 'payment_intent.canceled'
  | 'charge.refunded';

/** Webhook types for the changes between two versions of an intent. */
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
