import { cachedSecret, parameter } from '@waypost/service-kit';
import * as z from 'zod';
import { providerConfig } from '../config.ts';

const { PROVIDER_URL_PARAMETER, PROVIDER_KEY_SECRET } = providerConfig();

const key = cachedSecret(PROVIDER_KEY_SECRET, z.object({ prefix: z.string(), key: z.string().min(1) }));

/** The base address of the provider's API. Like the key it is believed for five minutes: a new key must be accepted for as long beside the old one. */
export async function providerUrl(): Promise<string> {
  return z.url().parse(await parameter(PROVIDER_URL_PARAMETER));
}

/** The key to the provider's API: the secret's `prefix`, such as `sk_test_`, and its `key`. */
export async function providerKey(): Promise<string> {
  const { prefix, key: rest } = await key();
  return prefix + rest;
}
