import type { CommandContract } from '@waypost/contracts';

/** The fields of a state, as the Amazon States Language has them: https://states-language.net/. */
export type State = Readonly<Record<string, unknown>>;

/** ARNs of the functions that the workflows ask, by the name of their command, and of the Express children. */
export type Arns = Readonly<Record<string, string>>;

/**
 * Returns the ARN of a name.
 *
 * @throws Error for an unknown name.
 */
export function arn(arns: Arns, name: string): string {
  const found = arns[name];
  if (found === undefined) throw new Error(`The workflow needs the ARN of ${name}`);
  return found;
}

/**
 * Errors of invocations that may succeed later. A function that times out or exits fails with an error of its runtime;
 * older runtimes report `Lambda.Unknown` for both.
 */
const RETRIABLE = [
  'TransientError',
  'Sandbox.Timedout',
  'Runtime.ExitError',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
];

const retry = (ErrorEquals: readonly string[], MaxAttempts: number): State => ({
  ErrorEquals,
  IntervalSeconds: 1,
  BackoffRate: 2,
  MaxAttempts,
  MaxDelaySeconds: 30,
  JitterStrategy: 'FULL',
});

/** A JSONata expression. */
export const jsonata = (expression: string): string => `{% ${expression} %}`;

/** A field of what the execution was started with. */
export const input = (field: string): string => jsonata(`$states.context.Execution.Input.${field}`);

/** Goes on at the first choice whose condition holds. */
export const choose = (
  Default: string,
  ...choices: readonly (readonly [condition: string, next: string, assign?: State])[]
): State => ({
  Type: 'Choice',
  Choices: choices.map(([condition, Next, Assign]) => ({
    Condition: jsonata(condition),
    Next,
    ...(Assign && { Assign }),
  })),
  Default,
});

type Data = Readonly<Record<string, unknown>>;

/** Options of a command task. */
interface Asking {
  /** Maximum number of retries. */
  readonly attempts?: number;
  /** The field in which the command knows what the workflow drives, where that isn't the workflow's own word for it. */
  readonly as?: string;
}

/**
 * Command tasks of a workflow. The state input has `attempt`, `correlationId` and the id of an order or a booking in
 * the given field; every command receives them.
 *
 * @example
 * const { ask } = commandTasks('orderId');
 */
export function commandTasks(id: string) {
  const invocation = (FunctionName: string, data: Data, as = id): State => ({
    FunctionName,
    Payload: {
      metadata: { correlationId: input('correlationId'), causationId: input(id) },
      data: { [as]: input(id), attempt: input('attempt'), ...data },
    },
  });
  return {
    /** Asks a command and gives its result. A waiting function is given up after `TimeoutSeconds`. */
    ask: (command: CommandContract, functionArn: string, data: Data, { attempts = 4, as }: Asking = {}): State => ({
      Type: 'Task',
      Comment: `${command.owner}: ${command.name}`,
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: invocation(functionArn, data, as),
      Output: jsonata('$states.result.Payload'),
      TimeoutSeconds: 30,
      Retry: [retry([...RETRIABLE, 'States.Timeout'], attempts)],
    }),

    /**
     * Passes the token of this task to a command, and waits until the task is completed with it. A wait that times out
     * fails with `States.Timeout` and is not retried.
     * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
     */
    waitFor: (command: CommandContract, functionArn: string, data: Data, TimeoutSeconds: number): State => ({
      Type: 'Task',
      Comment: `${command.owner}: ${command.name}`,
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: invocation(functionArn, { ...data, taskToken: jsonata('$states.context.Task.Token') }),
      TimeoutSeconds,
      Retry: [retry(RETRIABLE, 4)],
    }),
  };
}

/**
 * Runs an Express workflow and gives its output, or `{ outcome: 'failed' }`. Step Functions has no `.sync` for Express:
 * the call is an SDK integration, and a failed child is a succeeded task whose status is FAILED.
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
 */
export function run(stateMachineArn: string, childInput: string, comment: string): State {
  return {
    Type: 'Task',
    Comment: comment,
    Resource: 'arn:aws:states:::aws-sdk:sfn:startSyncExecution',
    Arguments: { StateMachineArn: stateMachineArn, Input: childInput },
    Output: jsonata("$states.result.Status = 'SUCCEEDED' ? $parse($states.result.Output) : { 'outcome': 'failed' }"),
    TimeoutSeconds: 300,
    Retry: [retry(['States.TaskFailed', 'States.Timeout'], 3)],
  };
}

/** Goes on at `Next` with what is known then, whatever went wrong. */
export const catchAll = (
  Next: string,
  Assign: Readonly<Record<string, unknown>> = {},
  ...before: readonly State[]
): State => ({ Catch: [...before, { ErrorEquals: ['States.ALL'], Next, Assign }] });

/** A branch that ends with an outcome whatever happens, so that a Parallel or Map keeps what its siblings did. */
export function branch(name: string, state: State): State {
  const failed = `${name}Failed`;
  return {
    StartAt: name,
    States: {
      [name]: { ...state, ...catchAll(failed), End: true },
      [failed]: { Type: 'Pass', Output: { outcome: 'failed' }, End: true },
    },
  };
}
