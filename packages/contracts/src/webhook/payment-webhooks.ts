import type { PayableId } from '../shared/payable-id.ts';

/**
 * The payment provider's events that the shop acts on. Its endpoint there is subscribed to these, and the intake drops any
 * other; what else the provider has to tell is a line here away.
 * Source: https://docs.stripe.com/api/webhook_endpoints/object#webhook_endpoint_object-enabled_events
 */
export const PAYMENT_WEBHOOKS: readonly string[] = [
  'payment_intent.amount_capturable_updated',
  'payment_intent.payment_failed',
  'payment_intent.succeeded',
  'charge.refunded',
];

/**
 * Idempotency key of an authorization. The provider's events name the key of the request that caused them: they repeat
 * its response.
 * Source: https://docs.stripe.com/api/events/object#event_object-request
 */
export const authorizationKey = (payableId: PayableId): string => `${payableId}-authorize`;
