import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import { TransientError } from './errors.ts';

const KEPT_SECONDS = 300;

type Read = (name: string) => Promise<string | undefined>;

const readAndKeep: Read = (name) => getParameter(name, { maxAge: KEPT_SECONDS });

/**
 * Reads a parameter of another stack at run time, so that the stacks can be deployed in any order. It is cached for
 * five minutes.
 *
 * @param name full name: `/waypost/<stage>/<owner>/<name>`.
 * @throws TransientError while it doesn't exist.
 */
export async function parameter(name: string, read: Read = readAndKeep): Promise<string> {
  const value = await optionalParameter(name, read);
  if (value === undefined) throw new TransientError(`There is no parameter ${name}`);
  return value;
}

/**
 * Reads a parameter that may not exist: then it is undefined, and read again by the next call.
 *
 * @throws TransientError if it can't be read for another reason.
 */
export async function optionalParameter(name: string, read: Read = readAndKeep): Promise<string | undefined> {
  return read(name).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw new TransientError(`The parameter ${name} can't be read`, { cause: error });
  });
}

/** Powertools wraps what the service said: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ParameterNotFound' || isMissing(error.cause));
}
