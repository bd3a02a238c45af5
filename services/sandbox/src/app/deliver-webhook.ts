import { logger, TransientError } from '@waypost/service-kit';
import { standardHeaders } from '../carrier-protocol/webhooks.ts';
import type { Webhook, WebhookEndpoint } from '../ports.ts';
import { signatureOf } from '../stripe-protocol/webhooks.ts';

const signedBy = {
  payment: ({ payload }: Webhook, secret: string, now: string) => ({
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    'stripe-signature': signatureOf(payload, secret, now),
  }),
  carrier: standardHeaders,
} as const;

/**
 * Delivers a webhook to the shop, signed at the time of this delivery. It is dropped without an endpoint.
 *
 * @throws TransientError unless the response is a success: the webhook is delivered again.
 */
export async function deliverWebhook(
  { endpoint, now }: { readonly endpoint: WebhookEndpoint; readonly now: string },
  webhook: Webhook,
): Promise<void> {
  const { provider, eventId, type, payload } = webhook;
  const found = await endpoint.find(provider);
  if (!found) return logger.info('no webhook endpoint', { eventId, type });
  const status = await endpoint.post(found.url, payload, {
    'content-type': 'application/json; charset=utf-8',
    ...signedBy[provider](webhook, found.secret, now),
  });
  if (status < 200 || status > 299) throw new TransientError(`The webhook ${eventId} was answered with ${status}`);
  logger.info('webhook delivered', { eventId, type });
}
