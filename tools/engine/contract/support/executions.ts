import { DescribeExecutionCommand, StartExecutionCommand, type DescribeExecutionOutput } from '@aws-sdk/client-sfn';
import { patience } from './account.ts';
import { stepFunctions } from './deployed.ts';
import { eventually } from './eventually.ts';

export async function start(stateMachineArn: string, input: unknown, name?: string): Promise<string> {
  const request = { stateMachineArn, input: JSON.stringify(input), ...(name === undefined ? {} : { name }) };
  const { executionArn = '' } = await stepFunctions.send(new StartExecutionCommand(request));
  return executionArn;
}

/** Waits until an execution is over. */
export const ended = (executionArn: string, seconds = 10): Promise<DescribeExecutionOutput> =>
  eventually(async () => {
    const execution = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }));
    return execution.status === 'RUNNING' ? undefined : execution;
  }, patience(seconds));

/** Starts an execution, waits for its end and parses its output. */
export async function run(stateMachineArn: string, input: unknown) {
  const execution = await ended(await start(stateMachineArn, input));
  const output: unknown = execution.output === undefined ? undefined : JSON.parse(execution.output);
  return { status: execution.status, error: execution.error, cause: execution.cause, output };
}
