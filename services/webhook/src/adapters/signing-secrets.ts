import { cachedSecret } from '@waypost/service-kit';
import * as z from 'zod';
import type { SigningSecrets } from '../ports.ts';

/** How soon secrets are looked up again when a signature doesn't hold: whoever sends wrong ones makes us read this often, not more. */
const AGAIN_SECONDS = 60;

/** What both providers put before their secrets. */
const PREFIX = 'whsec_';

const Value = z
  .string()
  .regex(/^\S+$/)
  .transform((value) => (value.startsWith(PREFIX) ? value : PREFIX + value));
const Secrets = z.object({ current: Value, previous: Value.optional() });

/** The secrets with which a provider signs: the one that is valid, and the one before it while that still is. */
export function signingSecrets(secretArn: string): SigningSecrets {
  return {
    known: valuesOf(cachedSecret(secretArn, Secrets)),
    latest: valuesOf(cachedSecret(secretArn, Secrets, { seconds: AGAIN_SECONDS })),
  };
}

const valuesOf = (read: () => Promise<z.output<typeof Secrets>>) => async () => {
  const { current, previous } = await read();
  return previous === undefined ? [current] : [current, previous];
};
