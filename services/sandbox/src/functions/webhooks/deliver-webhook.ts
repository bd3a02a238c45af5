import { messageQueueFunction } from '@waypost/service-kit';
import { webhookEndpoint } from '../../adapters/webhook-endpoint.ts';
import { deliverWebhook } from '../../app/deliver-webhook.ts';
import { Webhook } from '../../ports.ts';

export const handler = messageQueueFunction(Webhook, (webhook, { now }) =>
  deliverWebhook({ endpoint: webhookEndpoint(), now }, webhook),
);
