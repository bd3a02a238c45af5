import { namedError } from './functions.ts';

/** Result of a task that waited for its token. */
export type TokenOutcome =
  | { readonly outcome: 'success'; readonly output: unknown }
  | { readonly outcome: 'failure'; readonly error: string; readonly cause: string };

/** The tokens of tasks that wait, as Step Functions keeps them. */
export interface TaskTokens {
  /** Issues a token, and the callback for the result of its task. */
  readonly issue: (complete: (outcome: TokenOutcome) => void) => string;
  /** The task waits no longer: it timed out, or was abandoned. */
  readonly close: (token: string) => void;
  /**
   * @param output JSON.
   * @throws Error `InvalidToken` for one that was never issued, `TaskTimedOut` for one whose task waits no longer.
   */
  readonly sendTaskSuccess: (token: string, output: string) => void;
  /** @throws Error as `sendTaskSuccess` does. */
  readonly sendTaskFailure: (token: string, failure: { readonly error?: string; readonly cause?: string }) => void;
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html */
export function taskTokens(): TaskTokens {
  const waiting = new Map<string, ((outcome: TokenOutcome) => void) | undefined>();
  const end = (token: string, outcome: TokenOutcome): void => {
    if (!waiting.has(token)) throw namedError('InvalidToken', `There is no task with the token ${token}`);
    const complete = waiting.get(token);
    if (!complete) throw namedError('TaskTimedOut', `The task of the token ${token} waits no longer`);
    waiting.set(token, undefined);
    complete(outcome);
  };
  return {
    issue: (complete) => {
      const token = `token-${waiting.size + 1}`;
      waiting.set(token, complete);
      return token;
    },
    close: (token) => void waiting.set(token, undefined),
    sendTaskSuccess: (token, output) => end(token, { outcome: 'success', output: JSON.parse(output) }),
    sendTaskFailure: (token, { error = '', cause = '' }) => end(token, { outcome: 'failure', error, cause }),
  };
}
