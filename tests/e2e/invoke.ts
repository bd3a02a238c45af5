import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { CommandContract } from '@waypost/contracts';
import { clientOptions, type RunningStage } from '@waypost/local';
import { commandPayload } from '@waypost/test-kit';
import type * as z from 'zod';

/** Asks a command as a workflow does: by the alias that its stack publishes. */
export type Ask = <Request extends z.ZodType, Result extends z.ZodType>(
  command: CommandContract<Request, Result>,
  data: z.input<Request>,
) => Promise<z.output<Result>>;

const invokeBy =
  (lambda: LambdaClient, ssm: SSMClient): Ask =>
  async (command, data) => {
    const Name = `/waypost/${process.env['WAYPOST_STAGE'] ?? 'local'}/${command.owner}/commands/${command.name}`;
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    const Payload = JSON.stringify({ ...commandPayload(command), data });
    const answer = await lambda.send(new InvokeCommand({ FunctionName: Parameter?.Value, Payload }));
    const told = Buffer.from(answer.Payload ?? []).toString('utf8');
    if (answer.FunctionError !== undefined) throw new Error(`${command.name} failed: ${told}`);
    return command.result.parse(JSON.parse(told));
  };

/** On the stage of these tests. */
export const ask = invokeBy(new LambdaClient({}), new SSMClient({}));

/** On another one. */
export const invokerOn = ({ target }: RunningStage): Ask =>
  invokeBy(new LambdaClient(clientOptions(target)), new SSMClient(clientOptions(target)));
