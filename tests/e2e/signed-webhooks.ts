import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import * as z from 'zod';

const secretsManager = new SecretsManagerClient({});

const SigningSecret = z.object({ current: z.string().min(1) });

/** Secret that signs a provider's webhooks on the running stage. */
async function signingSecret(provider: 'payment' | 'carrier'): Promise<string> {
  const SecretId = `waypost/${process.env['WAYPOST_STAGE'] ?? 'local'}/webhook/${provider}`;
  const { SecretString = '' } = await secretsManager.send(new GetSecretValueCommand({ SecretId }));
  return `whsec_${SigningSecret.parse(JSON.parse(SecretString)).current.replace(/^whsec_/, '')}`;
}

/** Headers of a webhook with this body, from the provider's own library. The id is used for the carrier's. */
export const signatures: Readonly<
  Record<'payment' | 'carrier', (body: string, given: { id: string; at?: Date }) => Promise<Record<string, string>>>
> = {
  payment: async (payload, { at = new Date() }) => {
    const timestamp = at.getTime() / 1000;
    const secret = await signingSecret('payment');
    return { 'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) };
  },
  carrier: async (body, { id, at = new Date() }) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(await signingSecret('carrier')).sign(id, at, body),
  }),
};
