import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { CommandContract } from '@waypost/contracts';
import { clientOptions, type RunningStage } from '@waypost/local';
import { commandPayload } from '@waypost/test-kit';
import type * as z from 'zod';

/** Invokes a command like a workflow, by the alias that its stack publishes. */
export type Invoke = <Request extends z.ZodType, Result extends z.ZodType>(
  command: CommandContract<Request, Result>,
  data: z.input<Request>,
) => Promise<z.output<Result>>;

const invokeBy =
  (lambda: LambdaClient, ssm: SSMClient): Invoke =>
  async (command, data) => {
    const Name = `/waypost/${process.env['WAYPOST_STAGE'] ?? 'local'}/${command.owner}/commands/${command.name}`;
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    const Payload = JSON.stringify({ ...commandPayload(command), data });
    const answer = await lambda.send(new InvokeCommand({ FunctionName: Parameter?.Value, Payload }));
    const payload = Buffer.from(answer.Payload ?? []).toString('utf8');
    if (answer.FunctionError !== undefined) throw new Error(`${command.name} failed: ${payload}`);
    return command.result.parse(JSON.parse(payload));
  };

/** Invokes a command on the stage of these tests. */
export const ask = invokeBy(new LambdaClient({}), new SSMClient({}));

/** Invokes a command on another stage. */
export const invokerOn = ({ target }: RunningStage): Invoke =>
  invokeBy(new LambdaClient(clientOptions(target)), new SSMClient(clientOptions(target)));
