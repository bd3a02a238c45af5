import { createHmac } from 'node:crypto';
import { changesOf, type IntentChange } from '../domain/payments/intent-changes.ts';
import type { PaymentIntent } from '../domain/payments/payment-intent.ts';
import type { Webhook } from '../ports.ts';
import { chargeObject, epochSeconds, intentObject } from './objects.ts';

/** The version of the API that events are written in: that of the shop's library. */
export const API_VERSION = '2026-10-28.endive';

/** Cause of a change: a request of the API, or the shopper on the bank's page. */
interface Cause {
  readonly now: string;
  readonly newId: (prefix: string) => string;
  readonly requestId: string | null;
  readonly idempotencyKey: string | undefined;
}

/** Webhooks about an intent's change: https://docs.stripe.com/api/events/object */
export function webhooksOf(before: PaymentIntent | undefined, after: PaymentIntent, cause: Cause): readonly Webhook[] {
  return changesOf(before, after).map((type) => {
    const eventId = cause.newId('evt_');
    return { provider: 'payment', eventId, type, payload: JSON.stringify(eventObject(eventId, type, after, cause)) };
  });
}

function eventObject(id: string, type: IntentChange, intent: PaymentIntent, cause: Cause) {
  return {
    id,
    object: 'event',
    api_version: API_VERSION,
    created: epochSeconds(cause.now),
    data: { object: type === 'charge.refunded' ? chargeObject(intent) : intentObject(intent) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey ?? null },
    type,
  };
}

/**
 * The `Stripe-Signature` of a payload: https://docs.stripe.com/webhooks#verify-manually
 *
 * @param at time of the delivery in RFC 3339. Recipients reject old signatures.
 */
export function signatureOf(payload: string, secret: string, at: string): string {
  const timestamp = epochSeconds(at);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
