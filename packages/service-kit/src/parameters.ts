import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import { TransientError } from './errors.ts';

const KEPT_SECONDS = 300;

type Read = (name: string) => Promise<string | undefined>;

const readAndKeep: Read = (name) => getParameter(name, { maxAge: KEPT_SECONDS });

/**
 * A value that another stack left, read at run time, so that neither has to be deployed first, and kept for five minutes.
 *
 * @param name the whole name: `/waypost/<stage>/<owner>/<name>`.
 * @throws TransientError while nobody left it yet.
 */
export async function parameter(name: string, read: Read = readAndKeep): Promise<string> {
  const value = await optionalParameter(name, read);
  if (value === undefined) throw new TransientError(`There is no parameter ${name}`);
  return value;
}

/**
 * The same where it may be that nobody leaves it: then it is undefined, and looked for anew each time.
 *
 * @throws TransientError when it can't be read for any other reason.
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
