/** Prints how fast the engine answers, and fails when it misses what README.md promises. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { engineDirectory, stateDirectoryOf } from '../contract/support/account.ts';
import { deployStacks } from '../contract/support/deploy.ts';
import { synthesize } from '../contract/support/synthesize.ts';
import { installEngine, startEngine, trustCertificate, type Engine } from '../src/index.ts';
import { measure, type Figures } from './measure.ts';
import { defineBench } from './stack.ts';

const SDK_CALL_MS = 5;
const WARM_INVOKE_MS = 15;

interface Row extends Figures {
  readonly what: string;
  readonly bound: number;
}

async function figuresOf(engine: Engine): Promise<Row[]> {
  const options = {
    endpoint: engine.endpoint,
    region: engine.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const outputs = (await deployStacks(new CloudFormationClient(options), synthesize([defineBench])))['bench'] ?? {};
  const [dynamodb, sqs, lambda] = [new DynamoDBClient(options), new SQSClient(options), new LambdaClient(options)];
  const table = { TableName: outputs['Table'] };
  const put = () =>
    dynamodb.send(new PutItemCommand({ ...table, Item: { pk: { S: randomUUID() }, text: { S: 'x'.repeat(500) } } }));
  const get = () => dynamodb.send(new GetItemCommand({ ...table, Key: { pk: { S: 'absent' } } }));
  const send = () => sqs.send(new SendMessageCommand({ QueueUrl: outputs['Queue'], MessageBody: '{}' }));
  const invoke = () => lambda.send(new InvokeCommand({ FunctionName: outputs['Nothing'], Payload: '{}' }));
  return [
    { what: 'DynamoDB PutItem', bound: SDK_CALL_MS, ...(await measure(put, { rounds: 300 })) },
    { what: 'DynamoDB GetItem', bound: SDK_CALL_MS, ...(await measure(get, { rounds: 300 })) },
    { what: 'SQS SendMessage', bound: SDK_CALL_MS, ...(await measure(send, { rounds: 300 })) },
    { what: 'Lambda Invoke, warm', bound: WARM_INVOKE_MS, ...(await measure(invoke, { rounds: 200 })) },
  ];
}

function print(startedIn: number, rows: readonly Row[]): void {
  const processor = cpus();
  console.log(`${processor.length} × ${processor[0]?.model.trim()}, Node ${process.version}`);
  console.log(`engine started in ${startedIn.toFixed(0)} ms`);
  for (const { what, median, p95, bound } of rows) {
    const verdict = median < bound ? '' : '  ← too slow';
    console.log(
      `${what.padEnd(22)} median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (median bound ${bound} ms)${verdict}`,
    );
  }
}

const stateDirectory = stateDirectoryOf(`bench-${randomUUID()}`);
await mkdir(stateDirectory, { recursive: true });
await installEngine(engineDirectory);
const begun = performance.now();
const engine = await startEngine({ directory: engineDirectory, stateDirectory });
const startedIn = performance.now() - begun;
try {
  trustCertificate(engine.caFile);
  const rows = await figuresOf(engine);
  print(startedIn, rows);
  if (rows.some(({ median, bound }) => median >= bound)) process.exitCode = 1;
} finally {
  await engine.stop();
  await rm(stateDirectory, { recursive: true, force: true });
}
