import type { Decision, PaymentIntent } from './payment-intent.ts';
import { invalidRequest, resourceMissing } from './provider-error.ts';
import { behaviourOf } from './test-cards.ts';

export interface IntentToCreate {
  readonly amount: number;
  readonly currency: string;
  readonly captureMethod: 'automatic' | 'manual';
  readonly confirm: boolean;
  readonly paymentMethod: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** In minor units: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
const MINIMUM = 50;
const MAXIMUM = 99_999_999;

/** Creates an intent and, if it is to be confirmed at once, charges its card. */
export function createIntent(asked: IntentToCreate, ids: { intent: string; charge: string }, now: string): Decision {
  const { amount, currency, captureMethod, confirm, paymentMethod, metadata } = asked;
  if (amount < MINIMUM)
    return refused(
      invalidRequest('amount_too_small', 'The amount must be at least €0.50 or its equivalent.', 'amount'),
    );
  if (amount > MAXIMUM)
    return refused(invalidRequest('amount_too_large', 'The amount must be no more than €999,999.99.', 'amount'));

  const card = paymentMethod === null ? undefined : behaviourOf(paymentMethod);
  if (paymentMethod !== null && !card)
    return refused(resourceMissing('PaymentMethod', paymentMethod, 'payment_method'));

  const intent: PaymentIntent = {
    id: ids.intent,
    status: card ? 'requires_confirmation' : 'requires_payment_method',
    amount,
    amountReceived: 0,
    currency,
    captureMethod,
    paymentMethod,
    metadata,
    charges: [],
    refunds: [],
    lastPaymentError: null,
    cancellationReason: null,
    createdAt: now,
    canceledAt: null,
  };
  if (!confirm) return { outcome: 'done', intent };
  if (!card) {
    const message = 'You cannot confirm this PaymentIntent because it is missing a payment method.';
    return refused(invalidRequest('payment_intent_unexpected_state', message, 'payment_method'));
  }
  if (!card.approves) {
    const failed: PaymentIntent = {
      ...intent,
      status: 'requires_payment_method',
      paymentMethod: null,
      charges: [{ id: ids.charge, outcome: 'failed' }],
      lastPaymentError: card.error,
    };
    return { outcome: 'refused', error: card.error, about: failed, intent: failed };
  }
  const charge = { id: ids.charge, outcome: captureMethod === 'manual' ? 'authorized' : 'captured' } as const;
  return {
    outcome: 'done',
    intent:
      captureMethod === 'manual'
        ? { ...intent, status: 'requires_capture', charges: [charge] }
        : { ...intent, status: 'succeeded', amountReceived: amount, charges: [charge] },
  };
}

function refused(error: ReturnType<typeof invalidRequest>): Decision {
  return { outcome: 'refused', error };
}
