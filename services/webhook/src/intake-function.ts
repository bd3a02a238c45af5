import type { ReceivePaymentWebhook } from '@waypost/contracts';
import { httpFunction, logger, type MessageContext } from '@waypost/service-kit';
import { type IntakePorts, type ReadEvent, receiveWebhook } from './app/receive-webhook.ts';

/** A route that takes webhooks; that of each provider is of this shape. */
export type WebhookRoute = typeof ReceivePaymentWebhook;

/** The intake of one provider: 202 for what it signed, however often it comes. */
export function intakeFunction(
  route: WebhookRoute,
  portsFor: (context: MessageContext) => IntakePorts,
  readEvent: ReadEvent,
) {
  return httpFunction(route, async (request, context) => {
    const { id: webhookId, type, outcome } = await receiveWebhook(portsFor(context), readEvent, request);
    logger.info('webhook', { webhookId, type, outcome });
    return { body: { webhookId } };
  });
}
