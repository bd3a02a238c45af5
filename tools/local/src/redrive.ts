// npm run redrive -- ord_…: drives an order on that was parked for an operator, or whose workflow ended undecided, on the running stage.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { RedriveOrder } from '@waypost/contracts';
import { trustCertificate } from '@waypost/engine';
import { randomUUID } from 'node:crypto';
import { layoutOf, localDirectory } from './layout.ts';
import { describeError, StageError } from './stage-error.ts';
import { environmentOf, readStageFile } from './stage-file.ts';

async function redrive(orderId: string | undefined): Promise<string> {
  const request = RedriveOrder.request.safeParse({ orderId });
  if (!request.success) {
    throw new StageError(
      orderId === undefined ? 'No order was named.' : `${orderId} is no order id.`,
      'Say which: npm run redrive -- ord_… (the dead letters of the sweep name those that were parked).',
    );
  }
  const stage = await readStageFile(process.env['WAYPOST_STAGE_FILE'] ?? layoutOf(localDirectory).stageFile);
  Object.assign(process.env, environmentOf(stage));
  if (stage.caFile !== undefined) trustCertificate(stage.caFile);
  const Name = `/waypost/${stage.stage}/${RedriveOrder.owner}/commands/${RedriveOrder.name}`;
  const { Parameter } = await new SSMClient({}).send(new GetParameterCommand({ Name }));
  const metadata = { correlationId: randomUUID(), causationId: 'npm run redrive' };
  const Payload = JSON.stringify({ metadata, data: request.data });
  const answer = await new LambdaClient({}).send(new InvokeCommand({ FunctionName: Parameter?.Value, Payload }));
  const told = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined)
    throw new StageError(`It failed: ${told}.`, 'Look at the logs of redrive-order.');
  const result = RedriveOrder.result.parse(JSON.parse(told));
  switch (result.outcome) {
    case 'started':
      return `Driven again, by attempt ${result.attempt}.`;
    case 'running':
      return `Attempt ${result.attempt} drives it: there is nothing to drive again.`;
    case 'decided':
      return 'It is decided: there is nothing to drive.';
    case 'unknown_order':
      return 'There is no such order.';
  }
}

try {
  console.log(await redrive(process.argv[2]));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
