import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { TransientError } from './errors.ts';

const KEPT_SECONDS = 300;

const awsSdkV3Client = new SecretsManagerClient({});

/**
 * Reads a secret, cached for minutes.
 *
 * @throws TransientError while it can't be read or is invalid: an operator may correct it.
 */
export function cachedSecret<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  {
    seconds = KEPT_SECONDS,
    read = reader(seconds),
  }: { readonly seconds?: number; readonly read?: (name: string) => Promise<unknown> } = {},
): () => Promise<z.output<Schema>> {
  return async () => {
    const value = await read(name).catch((error: unknown) => {
      throw new TransientError(`The secret ${name} can't be read`, { cause: error });
    });
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new TransientError(`The secret ${name} is invalid: ${pathsOf(result.error)}`);
  };
}

/** A cache of its own, so that what one keeps for minutes another one may look up sooner. */
function reader(maxAge: number): (name: string) => Promise<unknown> {
  const provider = new SecretsProvider({ awsSdkV3Client });
  return (name) => provider.get(name, { transform: 'json', maxAge });
}

/** Paths of invalid fields. The messages of a schema could contain the secret. */
function pathsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`).join(', ');
}
