import { cachedSecret, optionalParameter } from '@waypost/service-kit';
import * as z from 'zod';
import { endpointConfig } from '../config.ts';
import type { WebhookEndpoint } from '../ports.ts';

const { WEBHOOK_URL_PARAMETER, WEBHOOK_SECRETS_PATH } = endpointConfig();

/** Below the timeout of the function, so that a late answer is an error that says so. In milliseconds. */
const TIMEOUT = 4000;

/** Believed for five minutes: the shop must accept the one before for as long. */
const signingSecret = (provider: string) =>
  cachedSecret(`${WEBHOOK_SECRETS_PATH}${provider}`, z.object({ current: z.string().min(1) }));
const signingSecrets = { payment: signingSecret('payment'), carrier: signingSecret('carrier') } as const;
const PREFIX = 'whsec_';

/** The webhook API of the shop, found by what its stack leaves. */
export function webhookEndpoint(): WebhookEndpoint {
  return { find, post };
}

const find: WebhookEndpoint['find'] = async (provider) => {
  const api = await optionalParameter(WEBHOOK_URL_PARAMETER);
  if (api === undefined) return undefined;
  const { current } = await signingSecrets[provider]();
  return {
    url: `${api.replace(/\/$/, '')}/webhooks/${provider}`,
    secret: current.startsWith(PREFIX) ? current : PREFIX + current,
  };
};

const post: WebhookEndpoint['post'] = async (url, body, headers) => {
  const signal = AbortSignal.timeout(TIMEOUT);
  const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer.status;
};
