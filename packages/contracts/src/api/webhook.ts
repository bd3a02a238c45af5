import * as z from 'zod';
import { defineRoute } from '../define-route.ts';
import { WebhookId } from '../shared/ids.ts';

const response = z.object({ webhookId: WebhookId });

export const ReceivePaymentWebhook = defineRoute({
  owner: 'webhook',
  operationId: 'receivePaymentWebhook',
  summary: 'Receives a webhook of the payment provider, verified by Stripe-Signature',
  method: 'POST',
  path: '/webhooks/payment',
  access: 'open',
  rawBody: true,
  body: z.string(),
  status: 202,
  response,
});

export const ReceiveCarrierWebhook = defineRoute({
  owner: 'webhook',
  operationId: 'receiveCarrierWebhook',
  summary: 'Receives a webhook of a carrier, verified as specified by Standard Webhooks',
  method: 'POST',
  path: '/webhooks/carrier',
  access: 'open',
  rawBody: true,
  body: z.string(),
  status: 202,
  response,
});
