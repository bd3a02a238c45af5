import { deliveriesOf } from '../domain/fault.ts';
import type { Faults, Webhook, WebhookQueue } from '../ports.ts';

/**
 * Sends webhooks on their way, each as the fault that falls on it says. Asked again after it failed half way, it sends
 * some of them twice: so do real providers.
 */
export async function sendWebhooks(
  {
    faultsOf,
    queue,
  }: { readonly faultsOf: (provider: Webhook['provider']) => Pick<Faults, 'take'>; readonly queue: WebhookQueue },
  webhooks: readonly Webhook[],
): Promise<void> {
  for (const webhook of webhooks) {
    for (const delay of deliveriesOf(await faultsOf(webhook.provider).take('webhook')))
      await queue.send(webhook, delay);
  }
}
