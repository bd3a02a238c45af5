import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { temporaryDirectoryOf } from '../src/environment.ts';
import { startEngine, trustCertificate, type Engine } from '../src/index.ts';
import { engineDirectory, onRealAccount, patience, stateDirectoryOf, withoutMends } from './support/account.ts';
import { seenIn } from './support/deployed.ts';
import { deployStacks, type Outputs } from './support/deploy.ts';
import { eventually } from './support/eventually.ts';

const stateDirectory = stateDirectoryOf(randomUUID());
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

let engine: Engine;
let outputs: Outputs[string] | undefined;

const output = (key: string): string => outputs?.[key] ?? '';
const options = () => ({ endpoint: engine.endpoint, region: engine.region, credentials });

async function start(settings: { readonly warmWorkers?: number } = {}): Promise<void> {
  engine = await startEngine({
    ...settings,
    directory: engineDirectory,
    stateDirectory,
    withoutMends,
    snapshotSeconds: 0.3,
    asyncRetrySeconds: 2,
  });
  trustCertificate(engine.caFile);
}

/** Ends the engine as a power cut would. */
async function kill(): Promise<void> {
  process.kill(engine.pid, 'SIGKILL');
  await eventually(async () => (isGone(engine.pid) ? true : undefined), { within: 5000, every: 10 });
}

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}

/** Waits for a snapshot that was begun after now. Something must change for one to be taken. */
async function nextSnapshot(): Promise<void> {
  const file = join(stateDirectory, 'services', 'snapshot.json');
  const writtenAt = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (const pk of ['tick', 'tock']) {
    const before = writtenAt();
    const Item = { pk: { S: pk }, notBefore: { N: '0' } };
    await new DynamoDBClient(options()).send(new PutItemCommand({ TableName: output('Streamed'), Item }));
    await eventually(async () => (writtenAt() > before ? true : undefined), { within: 10_000, every: 20 });
  }
}

const seenBy = (reader: string) => seenIn(output(`${reader}Logs`), new CloudWatchLogsClient(options()));
async function seesEventually(reader: string, name: string): Promise<void> {
  let seen: readonly unknown[] = [];
  const look = async () => ((seen = await seenBy(reader)).includes(name) ? true : undefined);
  await eventually(look, patience(15)).catch(() => {
    throw new Error(`${reader} never saw ${name}, but ${JSON.stringify(seen)}.`);
  });
}

const inSeconds = (seconds: number): number => Date.now() + seconds * 1000;

const handOut = async (name: string, notBefore: number): Promise<void> => {
  const Item = { pk: { S: name }, notBefore: { N: String(notBefore) } };
  await new DynamoDBClient(options()).send(new PutItemCommand({ TableName: output('Streamed'), Item }));
  const MessageBody = JSON.stringify({ name, notBefore });
  await new SQSClient(options()).send(new SendMessageCommand({ QueueUrl: output('Consumed'), MessageBody }));
  const event = { FunctionName: output('Asynchronous'), InvocationType: 'Event' as const, Payload: MessageBody };
  await new LambdaClient(options()).send(new InvokeCommand(event));
};

/** The processes that answered so many calls at once, none of which failed. */
async function processesOf(calls: number): Promise<ReadonlySet<string>> {
  const client = new LambdaClient(options());
  const call = () => client.send(new InvokeCommand({ FunctionName: output('Process') }));
  const answers = await Promise.all(Array.from({ length: calls }, call));
  const processes = answers.map(({ Payload }) => Buffer.from(Payload ?? []).toString());
  expect(processes).toEqual(processes.map(() => expect.stringMatching(/^\d+$/)));
  return new Set(processes);
}

(onRealAccount ? describe.skip : describe)('an engine that is started again on its state', () => {
  beforeAll(async () => {
    await start();
    const templates = JSON.parse(readFileSync(process.env['WAYPOST_CONTRACT_RESTART'] ?? '', 'utf8'));
    outputs = (await deployStacks(new CloudFormationClient(options()), templates))['restart'];
  });

  afterAll(async () => {
    await engine.stop();
    await rm(stateDirectory, { recursive: true, force: true });
  });

  it('is the only one on that state', async () => {
    const second = startEngine({ directory: engineDirectory, stateDirectory });

    await expect(second).rejects.toMatchObject({ what: expect.stringContaining(`process ${engine.pid}`) });
  });

  it('goes on with unread records, messages in flight and events under retry after a clean stop', async () => {
    await handOut('stopped', inSeconds(4));
    await eventually(async () => undefined, { within: 1000 }).catch(() => undefined); // all three were tried
    await engine.stop();
    await start();

    for (const reader of ['StreamReader', 'QueueReader', 'Asynchronous']) await seesEventually(reader, 'stopped');
  });

  it('goes on with them after a kill, from the last snapshot', async () => {
    await handOut('killed', inSeconds(6));
    await nextSnapshot();
    await kill();
    await start();

    for (const reader of ['StreamReader', 'QueueReader', 'Asynchronous']) await seesEventually(reader, 'killed');
    const seen = await seenBy('StreamReader');
    expect(seen.filter((name) => name === 'stopped')).toHaveLength(1);
  });

  it('keeps no more functions warm than configured, and answers every call', async () => {
    await engine.stop();
    await start({ warmWorkers: 2 });
    expect((await processesOf(12)).size).toBeLessThanOrEqual(2);
  });

  it('runs many calls of one function at once in few processes, and answers every call', async () => {
    await engine.stop();
    await start();
    const { size } = await processesOf(40);
    expect(size).toBeGreaterThan(1);
    expect(size).toBeLessThanOrEqual(8);
  });

  it('leaves no function process behind when it is killed', async () => {
    await kill();

    const isOurs = (line: string): boolean => line.includes(temporaryDirectoryOf(stateDirectory));
    const left = () => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n').filter(isOurs);
    await eventually(async () => (left().length === 0 ? true : undefined), { within: 5000 });
    await start();
  });

  it('has each message in the queue or its effect in the table, whenever it is killed', async () => {
    const sent = Array.from({ length: 60 }, (_, index) => `message ${index}`);
    const send = (MessageBody: string) =>
      new SQSClient(options()).send(new SendMessageCommand({ QueueUrl: output('Waiting'), MessageBody }));
    await Promise.all(sent.map(send));
    await nextSnapshot();

    for (const milliseconds of [150, 300, 450]) {
      await Promise.race([moveMessages(), once(AbortSignal.timeout(milliseconds), 'abort')]);
      await kill();
      await start();
    }
    await eventually(
      async () => ((await movedMessages()).size === sent.length ? true : (await moveMessages(), undefined)),
      patience(20),
    );

    expect(await movedMessages()).toEqual(new Set(sent));
  });
});

/** Writes each message of the queue to the table, and deletes it only then. Ends when the queue is empty or the engine gone. */
async function moveMessages(): Promise<void> {
  const clientOptions = { ...options(), maxAttempts: 1 };
  const [sqs, dynamodb, QueueUrl] = [
    new SQSClient(clientOptions),
    new DynamoDBClient(clientOptions),
    output('Waiting'),
  ];
  try {
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 5 }));
      if (Messages.length === 0) return;
      for (const { Body = '', ReceiptHandle } of Messages) {
        await dynamodb.send(new PutItemCommand({ TableName: output('Moved'), Item: { pk: { S: Body } } }));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  } catch {
    // The engine was killed under it.
  }
}

async function movedMessages(): Promise<Set<string>> {
  const scan = new ScanCommand({ TableName: output('Moved'), ConsistentRead: true });
  const { Items = [] } = await new DynamoDBClient(options()).send(scan);
  return new Set(Items.map(({ pk }) => pk?.S ?? ''));
}
