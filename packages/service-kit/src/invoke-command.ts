import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { CommandContract } from '@waypost/contracts';
import type * as z from 'zod';
import { TransientError } from './errors.ts';
import type { MessageContext } from './message-context.ts';

const lambda = new LambdaClient({});

type Invoke = (functionArn: string, payload: string) => Promise<{ readonly payload: string; readonly failed: boolean }>;

const invoke: Invoke = async (FunctionName, Payload) => {
  const { Payload: bytes, FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
  return { payload: Buffer.from(bytes ?? []).toString('utf8'), failed: FunctionError !== undefined };
};

/**
 * Asks a command of another service outside of a workflow, where an answer to a person needs what only that service knows.
 * The stack gives the ARN by `commandArn`, and allows to invoke it.
 *
 * @throws TransientError when the function failed.
 * @example
 * const { levels } = await invokeCommand(LookUpStock, arn, { skus }, context);
 */
export async function invokeCommand<Request extends z.ZodType, Result extends z.ZodType>(
  command: CommandContract<Request, Result>,
  functionArn: string,
  data: z.input<Request>,
  { correlationId, causationId }: MessageContext,
  send: Invoke = invoke,
): Promise<z.output<Result>> {
  const { payload, failed } = await send(
    functionArn,
    JSON.stringify({ metadata: { correlationId, causationId }, data }),
  );
  if (failed) throw new TransientError(`${command.name} failed`);
  return command.result.parse(JSON.parse(payload));
}
