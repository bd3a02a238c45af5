import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';

const stepFunctions = new SFNClient({});

/** State of an execution. */
export type ExecutionState = 'never_started' | 'running' | 'over';

/** Executions of one state machine by name. A name is taken for 90 days, so that an execution starts once. */
export interface Executions {
  /** Starts an execution; once it was started, starting it again does nothing. */
  readonly start: (name: string, input: unknown) => Promise<'started' | 'started_before'>;
  readonly stateOf: (name: string) => Promise<ExecutionState>;
}

/** Executions of a Standard workflow. Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export function executionsOf(stateMachineArn: string): Executions {
  return {
    start: (name, input) =>
      stepFunctions.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })).then(
        () => 'started' as const,
        (error: unknown) => {
          if (error instanceof ExecutionAlreadyExists) return 'started_before' as const;
          throw error;
        },
      ),
    stateOf: (name) => {
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      return stepFunctions.send(new DescribeExecutionCommand({ executionArn })).then(
        ({ status }) => (status === 'RUNNING' ? ('running' as const) : ('over' as const)),
        (error: unknown) => {
          if (error instanceof ExecutionDoesNotExist) return 'never_started' as const;
          throw error;
        },
      );
    },
  };
}
