import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { CommandContract } from '@waypost/contracts';
import { trustCertificate } from '@waypost/engine';
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { layoutOf, localDirectory } from './layout.ts';
import { StageError } from './stage-error.ts';
import { environmentOf, readStageFile } from './stage-file.ts';

/**
 * Asks a command on the running stage, as a workflow would, and gives its result.
 *
 * @param by what the person typed: the cause that logs and events name.
 * @throws StageError where no stage runs, and with what the function said where it fails.
 */
export async function invokeOnStage<Request extends z.ZodType, Result extends z.ZodType>(
  command: CommandContract<Request, Result>,
  data: z.input<Request>,
  by: string,
): Promise<z.output<Result>> {
  const stage = await readStageFile(process.env['WAYPOST_STAGE_FILE'] ?? layoutOf(localDirectory).stageFile);
  Object.assign(process.env, environmentOf(stage));
  if (stage.caFile !== undefined) trustCertificate(stage.caFile);
  const Name = `/waypost/${stage.stage}/${command.owner}/commands/${command.name}`;
  const { Parameter } = await new SSMClient({}).send(new GetParameterCommand({ Name }));
  const Payload = JSON.stringify({ metadata: { correlationId: randomUUID(), causationId: by }, data });
  const answer = await new LambdaClient({}).send(new InvokeCommand({ FunctionName: Parameter?.Value, Payload }));
  const told = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError === undefined) return command.result.parse(JSON.parse(told));
  throw new StageError(`It failed: ${told}.`, `Look at the logs of ${command.name}.`);
}
