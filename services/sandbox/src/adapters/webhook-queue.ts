import { context, serviceQueue, systemClock } from '@waypost/service-kit';
import { queueConfig } from '../config.ts';
import type { WebhookQueue } from '../ports.ts';

const { QUEUE_URL } = queueConfig();
const send = serviceQueue(QUEUE_URL);

/** The provider knows nothing of what caused a change in the shop: a webhook is its own beginning. */
export function webhookQueue(): WebhookQueue {
  return {
    send: (webhook, delaySeconds) =>
      send(webhook, context(webhook.eventId, webhook.eventId, systemClock), delaySeconds),
  };
}
