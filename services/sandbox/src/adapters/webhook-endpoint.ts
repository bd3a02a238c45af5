import { keptSecret, optionalParameter } from '@waypost/service-kit';
import * as z from 'zod';
import { endpointConfig } from '../config.ts';
import type { WebhookEndpoint } from '../ports.ts';

const { WEBHOOK_URL_PARAMETER, WEBHOOK_SECRET_NAME } = endpointConfig();

/** Below the timeout of the function, so that a late answer is an error that says so. In milliseconds. */
const TIMEOUT = 4000;

/** Believed for five minutes: the shop must accept the one before for as long. */
const signingSecret = keptSecret(WEBHOOK_SECRET_NAME, z.object({ current: z.string().min(1) }));
const PREFIX = 'whsec_';

/** The webhook API of the shop, found by what its stack leaves. */
export function webhookEndpoint(): WebhookEndpoint {
  return { find, post };
}

const find: WebhookEndpoint['find'] = async () => {
  const api = await optionalParameter(WEBHOOK_URL_PARAMETER);
  if (api === undefined) return undefined;
  const { current } = await signingSecret();
  return {
    url: `${api.replace(/\/$/, '')}/webhooks/payment`,
    secret: current.startsWith(PREFIX) ? current : PREFIX + current,
  };
};

const post: WebhookEndpoint['post'] = async (url, body, headers) => {
  const signal = AbortSignal.timeout(TIMEOUT);
  const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer.status;
};
