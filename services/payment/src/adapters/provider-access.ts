import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import * as z from 'zod';
import { providerConfig } from '../config.ts';

const { PROVIDER_URL_PARAMETER, PROVIDER_KEY_SECRET } = providerConfig();

/** For how long address and key are believed, in seconds; a new key must be accepted for as long beside the old one. */
const maxAge = 300;

const Key = z.object({ prefix: z.string(), key: z.string().min(1) });

/** The base address of the provider's API. */
export async function providerUrl(): Promise<string> {
  return z.url().parse(await getParameter(PROVIDER_URL_PARAMETER, { maxAge }));
}

/** The key to the provider's API: the secret's `prefix`, such as `sk_test_`, and its `key`. */
export async function providerKey(): Promise<string> {
  const { prefix, key } = Key.parse(await getSecret(PROVIDER_KEY_SECRET, { transform: 'json', maxAge }));
  return prefix + key;
}
