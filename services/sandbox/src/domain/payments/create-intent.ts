import { charged, type Decision, type PaymentIntent } from './payment-intent.ts';
import { invalidRequest, type ProviderError, resourceMissing } from './provider-error.ts';
import { behaviourOf, GENERIC_DECLINE } from './test-cards.ts';

export interface IntentToCreate {
  readonly amount: number;
  readonly currency: string;
  readonly captureMethod: 'automatic' | 'manual';
  readonly confirm: boolean;
  readonly paymentMethod: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** Page on which the shopper authenticates, and the URL to return to; undefined for a card without authentication. */
  readonly authentication: PaymentIntent['authentication'];
  /** The bank refuses, whatever the card is known for. */
  readonly declines: boolean;
}

/** In minor units: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
const MINIMUM = 50;
const MAXIMUM = 99_999_999;

interface Ids {
  readonly intent: string;
  readonly charge: string;
}

/** Creates an intent and, if it is to be confirmed at once, charges its card. */
export function createIntent(asked: IntentToCreate, ids: Ids, now: string): Decision {
  const { amount, confirm, paymentMethod } = asked;
  if (amount < MINIMUM)
    return rejected(
      invalidRequest('amount_too_small', 'The amount must be at least €0.50 or its equivalent.', 'amount'),
    );
  if (amount > MAXIMUM)
    return rejected(invalidRequest('amount_too_large', 'The amount must be no more than €999,999.99.', 'amount'));

  const card = paymentMethod === null ? undefined : behaviourOf(paymentMethod);
  if (paymentMethod !== null && !card)
    return rejected(resourceMissing('PaymentMethod', paymentMethod, 'payment_method'));

  const intent = unconfirmed(asked, ids.intent, now);
  if (!confirm) return { outcome: 'done', intent };
  if (!card) {
    const message = 'You cannot confirm this PaymentIntent because it is missing a payment method.';
    return rejected(invalidRequest('payment_intent_unexpected_state', message, 'payment_method'));
  }
  if (card.does === 'decline') return declined(intent, ids.charge, card.error);
  if (asked.declines) return declined(intent, ids.charge, GENERIC_DECLINE);
  if (card.does === 'approve') return { outcome: 'done', intent: charged(intent, ids.charge) };
  return { outcome: 'done', intent: { ...intent, status: 'requires_action', authentication: asked.authentication } };
}

function unconfirmed(asked: IntentToCreate, id: string, now: string): PaymentIntent {
  const { amount, currency, captureMethod, paymentMethod, metadata } = asked;
  return {
    id,
    status: paymentMethod === null ? 'requires_payment_method' : 'requires_confirmation',
    amount,
    amountReceived: 0,
    currency,
    captureMethod,
    paymentMethod,
    metadata,
    authentication: null,
    charges: [],
    refunds: [],
    lastPaymentError: null,
    cancellationReason: null,
    createdAt: now,
    canceledAt: null,
  };
}

/** Reports whether the shopper authenticates before the card is charged. */
export function requiresAuthentication({ confirm, paymentMethod }: { confirm: boolean; paymentMethod: string | null }) {
  return confirm && paymentMethod !== null && behaviourOf(paymentMethod)?.does === 'ask_for_authentication';
}

/** The intent is kept: it can be tried again with another card. */
function declined(intent: PaymentIntent, charge: string, error: ProviderError): Decision {
  const failed: PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    paymentMethod: null,
    charges: [{ id: charge, outcome: 'failed' }],
    lastPaymentError: error,
  };
  return { outcome: 'rejected', error, about: failed, intent: failed };
}

function rejected(error: ProviderError): Decision {
  return { outcome: 'rejected', error };
}
