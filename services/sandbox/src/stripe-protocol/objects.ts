import {
  amountCapturable,
  amountRefunded,
  type Decision,
  type PaymentIntent,
  type Refund,
} from '../domain/payments/payment-intent.ts';
import type { BalanceTransaction } from '../domain/payments/balance-transaction.ts';
import type { ProviderError } from '../domain/payments/provider-error.ts';
import type { Answer } from '../ports.ts';

/** A decision as the wire has it. */
export function answerOf(decision: Decision): Answer {
  if (decision.outcome === 'rejected') return errorAnswer(decision.error, decision.about);
  const { intent, refund } = decision;
  return { status: 200, body: JSON.stringify(refund ? refundObject(intent, refund) : intentObject(intent)) };
}

/** https://docs.stripe.com/api/errors */
export function errorAnswer(error: ProviderError, about?: PaymentIntent): Answer {
  const body = { error: { ...errorObject(error), ...(about && { payment_intent: intentObject(about) }) } };
  return { status: error.status, body: JSON.stringify(body) };
}

/** https://docs.stripe.com/api/payment_intents/object */
export function intentObject(intent: PaymentIntent): Readonly<Record<string, unknown>> {
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: amountCapturable(intent),
    amount_received: intent.amountReceived,
    canceled_at: intent.canceledAt === null ? null : epochSeconds(intent.canceledAt),
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: `${intent.id}_secret_sandbox`,
    confirmation_method: 'automatic',
    created: epochSeconds(intent.createdAt),
    currency: intent.currency,
    last_payment_error: intent.lastPaymentError && errorObject(intent.lastPaymentError),
    latest_charge: intent.charges.at(-1)?.id ?? null,
    livemode: false,
    metadata: intent.metadata,
    next_action: nextActionOf(intent),
    payment_method: intent.paymentMethod,
    payment_method_types: ['card'],
    status: intent.status,
  };
}

/** https://docs.stripe.com/api/payment_intents/object#payment_intent_object-next_action */
function nextActionOf({ status, authentication }: PaymentIntent) {
  if (status !== 'requires_action' || !authentication) return null;
  const { url, returnUrl } = authentication;
  return { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } };
}

/** https://docs.stripe.com/api/charges/object, of the intent's latest charge. */
export function chargeObject(intent: PaymentIntent): Readonly<Record<string, unknown>> {
  const refunded = amountRefunded(intent);
  return {
    id: intent.charges.at(-1)?.id ?? null,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amountReceived,
    amount_refunded: refunded,
    captured: intent.amountReceived > 0,
    created: epochSeconds(intent.createdAt),
    currency: intent.currency,
    livemode: false,
    metadata: intent.metadata,
    paid: true,
    payment_intent: intent.id,
    payment_method: intent.paymentMethod,
    refunded: refunded === intent.amountReceived,
    status: 'succeeded',
  };
}

/** https://docs.stripe.com/api/refunds/object */
export function refundObject(intent: PaymentIntent, refund: Refund): Readonly<Record<string, unknown>> {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    charge: intent.charges.at(-1)?.id ?? null,
    created: epochSeconds(refund.at),
    currency: intent.currency,
    metadata: refund.metadata,
    payment_intent: intent.id,
    reason: null,
    status: 'succeeded',
  };
}

function errorObject({ type, code, declineCode, param, message }: ProviderError): Readonly<Record<string, unknown>> {
  return {
    type,
    message,
    ...(code && { code, doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}` }),
    ...(declineCode && { decline_code: declineCode }),
    ...(param && { param }),
  };
}

/** https://docs.stripe.com/api/balance_transactions/object, with its source as the charge or refund that it is of. */
export function transactionObject(
  transaction: BalanceTransaction,
  isExpanded: boolean,
): Readonly<Record<string, unknown>> {
  const { id, type, amount, fee, currency, source, paymentIntent, metadata, created } = transaction;
  const expanded = { id: source, object: type, payment_intent: paymentIntent, metadata };
  return {
    id,
    object: 'balance_transaction',
    amount,
    available_on: epochSeconds(created),
    created: epochSeconds(created),
    currency,
    description: null,
    fee,
    fee_details: fee === 0 ? [] : [{ amount: fee, currency, type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: type,
    source: isExpanded ? expanded : source,
    status: 'available',
    type,
  };
}

/** The intent as an operator sees it. */
export function bookOf(intent: PaymentIntent) {
  return {
    id: intent.id,
    status: intent.status,
    amount: intent.amount,
    amountCapturable: amountCapturable(intent),
    amountReceived: intent.amountReceived,
    amountRefunded: amountRefunded(intent),
    currency: intent.currency,
    ...(intent.metadata['orderId'] && { orderId: intent.metadata['orderId'] }),
    ...(intent.metadata['bookingId'] && { bookingId: intent.metadata['bookingId'] }),
    charges: intent.charges.filter(({ outcome }) => outcome !== 'failed').length,
  };
}

/** @param at RFC 3339. */
export function epochSeconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}
