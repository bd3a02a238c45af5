import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import { TransientError } from './errors.ts';

const KEPT_SECONDS = 300;

/**
 * A value that another stack left, read at run time, so that neither has to be deployed first, and kept for five minutes.
 *
 * @param name the whole name: `/waypost/<stage>/<owner>/<name>`.
 * @throws TransientError while nobody left it yet.
 */
export async function parameter(
  name: string,
  read: (name: string) => Promise<string | undefined> = (asked) => getParameter(asked, { maxAge: KEPT_SECONDS }),
): Promise<string> {
  const value = await read(name).catch((error: unknown) => {
    throw new TransientError(`The parameter ${name} can't be read`, { cause: error });
  });
  if (value === undefined) throw new TransientError(`There is no parameter ${name}`);
  return value;
}
