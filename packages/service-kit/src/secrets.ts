import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { TransientError } from './errors.ts';

const KEPT_SECONDS = 300;

const awsSdkV3Client = new SecretsManagerClient({});

/**
 * A secret that is JSON, read at run time when it is first asked for, and kept for five minutes unless told otherwise. What is read
 * is never in what is thrown.
 *
 * @throws TransientError while it can't be read, or isn't as it should be: somebody is about to put it right.
 * @example
 * const key = cachedSecret(config.KEY_SECRET_ARN, z.object({ key: z.string() }));
 * const { key } = await key();
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
    throw new TransientError(`The secret ${name} isn't as it should be: ${pathsOf(result.error)}`);
  };
}

/** A cache of its own, so that what one keeps for minutes another one may look up sooner. */
function reader(maxAge: number): (name: string) => Promise<unknown> {
  const provider = new SecretsProvider({ awsSdkV3Client });
  return (name) => provider.get(name, { transform: 'json', maxAge });
}

/** Where it is wrong; the words of a schema could quote what they found. */
function pathsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`).join(', ');
}
