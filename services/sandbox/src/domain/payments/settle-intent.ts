import { amountRefunded, type Charge, type Decision, type PaymentIntent } from './payment-intent.ts';
import { DISPUTED_CARD } from './test-cards.ts';
import { invalidRequest, resourceMissing, unexpectedState } from './provider-error.ts';

/** Takes what is held, once; what isn't captured of it is released. */
export function captureIntent(intent: PaymentIntent, amountToCapture = intent.amount): Decision {
  if (intent.status !== 'requires_capture') {
    const message =
      intent.status === 'succeeded'
        ? 'This PaymentIntent could not be captured because it has already been captured.'
        : `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`;
    return { outcome: 'rejected', error: unexpectedState(message), about: intent };
  }
  if (amountToCapture > intent.amount) {
    const message = `The amount to capture is more than the ${intent.amount} that can be captured.`;
    return {
      outcome: 'rejected',
      error: invalidRequest('amount_too_large', message, 'amount_to_capture'),
      about: intent,
    };
  }
  return {
    outcome: 'done',
    intent: { ...intent, status: 'succeeded', amountReceived: amountToCapture, charges: become(intent, 'captured') },
  };
}

/** Gives up an intent that hasn't succeeded; what was held is released. */
export function cancelIntent(intent: PaymentIntent, reason: string | null, now: string): Decision {
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    const message = `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`;
    return { outcome: 'rejected', error: unexpectedState(message), about: intent };
  }
  return {
    outcome: 'done',
    intent: {
      ...intent,
      status: 'canceled',
      cancellationReason: reason,
      canceledAt: now,
      charges: become(intent, 'released'),
    },
  };
}

/** A request for a refund: by default, of all that is left. */
export interface RefundRequest {
  readonly id: string;
  /** In minor units. */
  readonly amount?: number | undefined;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Refunds a captured intent, as long as its charge is not disputed. */
export function refundIntent(
  intent: PaymentIntent,
  { id, amount: requested, metadata = {} }: RefundRequest,
  now: string,
): Decision {
  if (intent.status !== 'succeeded') {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
    return { outcome: 'rejected', error: unexpectedState(message), about: intent };
  }
  if (intent.paymentMethod === DISPUTED_CARD) {
    const message = `Charge ${intent.charges.at(-1)?.id} has been charged back; cannot issue a refund.`;
    return { outcome: 'rejected', error: invalidRequest('charge_disputed', message) };
  }
  const left = intent.amountReceived - amountRefunded(intent);
  if (left === 0) {
    const message = `Charge ${intent.charges.at(-1)?.id} has already been refunded.`;
    return { outcome: 'rejected', error: invalidRequest('charge_already_refunded', message) };
  }
  const amount = requested ?? left;
  if (amount > left) {
    const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
    return { outcome: 'rejected', error: invalidRequest('amount_too_large', message, 'amount') };
  }
  const refund = { id, amount, at: now, metadata: { ...metadata } };
  return { outcome: 'done', intent: { ...intent, refunds: [...intent.refunds, refund] }, refund };
}

function become({ charges }: PaymentIntent, outcome: 'captured' | 'released'): readonly Charge[] {
  return charges.map((charge) => (charge.outcome === 'authorized' ? { ...charge, outcome } : charge));
}

/** Decides on the intent of a path or a parameter, or rejects an unknown id. */
export function orMissing(
  intent: PaymentIntent | undefined,
  id: string,
  decide: (intent: PaymentIntent) => Decision,
): Decision {
  return intent ? decide(intent) : { outcome: 'rejected', error: resourceMissing('payment_intent', id, 'intent', 404) };
}
