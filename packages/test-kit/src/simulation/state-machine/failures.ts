import { namedError } from '../functions.ts';

/** An error as a Catch, a Retry and the caller of an execution see it. */
export interface Failure {
  readonly Error: string;
  readonly Cause: string;
}

export const failureOf = (error: unknown): Failure =>
  error instanceof Error
    ? { Error: error.name, Cause: error.message }
    : { Error: 'States.Runtime', Cause: String(error) };

export const timedOut = (what: string): Error => namedError('States.Timeout', `${what} took too long`);

/** Nothing catches these, and nothing retries them. */
const TERMINAL = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function matches(errorEquals: readonly string[], { Error: name }: Failure): boolean {
  if (errorEquals.includes(name)) return true;
  if (TERMINAL.has(name)) return false;
  return errorEquals.includes('States.ALL') || (errorEquals.includes('States.TaskFailed') && name !== 'States.Timeout');
}
