import * as z from 'zod';
import { defineRoute } from '../define-route.ts';
import { WebhookId } from '../shared/ids.ts';

const response = z.object({ webhookId: WebhookId });

export const ReceivePaymentWebhook = defineRoute({
  owner: 'webhook',
  operationId: 'receivePaymentWebhook',
  summary: 'Takes a webhook of the payment provider, signed by Stripe-Signature',
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
  summary: 'Takes a webhook of a carrier, signed as Standard Webhooks says',
  method: 'POST',
  path: '/webhooks/carrier',
  access: 'open',
  rawBody: true,
  body: z.string(),
  status: 202,
  response,
});
