import { cachedSecret } from '@waypost/service-kit';
import * as z from 'zod';
import type { SigningSecrets } from '../ports.ts';

/**
 * Seconds until secrets are read again after an invalid signature. Requests with invalid signatures cause no more reads
 * than this.
 */
const AGAIN_SECONDS = 60;

/** Prefix of the secrets of both providers. */
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
