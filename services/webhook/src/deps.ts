import { count, type MessageContext, serviceQueue } from '@waypost/service-kit';
import { signingSecrets } from './adapters/signing-secrets.ts';
import { webhookTable } from './adapters/webhook-table.ts';
import type { IntakePorts } from './app/receive-webhook.ts';
import { intakeConfig } from './config.ts';
import type { Provider } from './domain/provider-event.ts';
import { SIGNATURE_REFUSED, type SignatureOf } from './ports.ts';

/** Dependencies of a provider's intake. Secrets are cached for minutes. */
export function intakeOf(provider: Provider, signatureOf: SignatureOf): (context: MessageContext) => IntakePorts {
  const { QUEUE_URL, SIGNING_SECRET_ARN } = intakeConfig();
  const secrets = signingSecrets(SIGNING_SECRET_ARN);
  const send = serviceQueue(QUEUE_URL);
  return (context) => ({
    signatureOf,
    secrets,
    webhooks: webhookTable(provider, context),
    enqueue: (event) => send(event, context),
    countRejected: () => count(SIGNATURE_REFUSED[provider]),
    now: context.now,
  });
}
