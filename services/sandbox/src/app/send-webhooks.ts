import { deliveriesOf } from '../domain/control/fault.ts';
import type { Faults, Webhook, WebhookQueue } from '../ports.ts';

interface Ports {
  readonly faultsOf: (provider: Webhook['provider']) => Pick<Faults, 'take'>;
  readonly queue: WebhookQueue;
  /** The types of events that the shop's endpoint is subscribed to. */
  readonly enabledEvents: readonly string[];
}

/**
 * Sends the webhooks that the shop is subscribed to on their way, each as the fault that falls on it says. Requested again after
 * it failed half way, it sends some of them twice: so do real providers.
 */
export async function sendWebhooks(
  { faultsOf, queue, enabledEvents }: Ports,
  webhooks: readonly Webhook[],
): Promise<void> {
  for (const webhook of webhooks.filter(({ type }) => enabledEvents.includes(type))) {
    const fault = await faultsOf(webhook.provider).take('webhook');
    for (const delay of deliveriesOf(fault)) await queue.send(webhook, delay);
  }
}
