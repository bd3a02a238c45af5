import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';

const BUS = 'waypost-local';
const DAY = 24 * 60 * 60;

/** A tap on the bus: every event that is put on it from now on comes out of a queue too. */
export interface Tap {
  /** The types of the events since the last time. */
  readonly drain: () => Promise<readonly string[]>;
}

export async function tapBus(): Promise<Tap> {
  const sqs = new SQSClient({});
  const events = new EventBridgeClient({});
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'bench-tap' }));
  const attributes = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const Arn = attributes.Attributes?.['QueueArn'];
  await events.send(
    new PutRuleCommand({
      Name: 'bench-tap',
      EventBusName: BUS,
      EventPattern: JSON.stringify({ source: [{ prefix: 'waypost' }] }),
    }),
  );
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: Arn },
    ],
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await events.send(new PutTargetsCommand({ Rule: 'bench-tap', EventBusName: BUS, Targets: [{ Id: 'tap', Arn }] }));
  return { drain: () => drain(sqs, QueueUrl) };
}

const Event = z.object({ 'detail-type': z.string() });

async function drain(sqs: SQSClient, QueueUrl: string | undefined): Promise<string[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
  );
  if (Messages.length === 0) return [];
  const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  const types = Messages.map(({ Body }) => Event.parse(JSON.parse(Body ?? '{}'))['detail-type']);
  return [...types, ...(await drain(sqs, QueueUrl))];
}

/** Number of invocations of each function so far, by name. */
export async function invocations(): Promise<ReadonlyMap<string, number>> {
  const metrics = new CloudWatchClient({});
  const { Functions = [] } = await new LambdaClient({}).send(new ListFunctionsCommand({ MaxItems: 1000 }));
  const now = Date.now();
  const counted = Functions.flatMap(({ FunctionName }) => FunctionName ?? []).map(async (name) => {
    const { Datapoints = [] } = await metrics.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/Lambda',
        MetricName: 'Invocations',
        Dimensions: [{ Name: 'FunctionName', Value: name }],
        StartTime: new Date(now - DAY * 1000),
        EndTime: new Date(now + DAY * 1000),
        Period: DAY,
        Statistics: ['Sum'],
      }),
    );
    return [name, Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0)] as const;
  });
  return new Map(await Promise.all(counted));
}

/** The bytes that a function logged since a moment (epoch milliseconds). CloudWatch adds 26 to each event. */
export async function logBytes(functionName: string, since: number): Promise<number> {
  const logs = new CloudWatchLogsClient({});
  let bytes = 0;
  let nextToken: string | undefined;
  do {
    const page = await logs
      .send(new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${functionName}`, startTime: since, nextToken }))
      .catch(() => ({ events: [], nextToken: undefined }));
    for (const { message = '' } of page.events ?? []) bytes += Buffer.byteLength(message) + 26;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return bytes;
}

/** The transitions that an execution is billed for: each entry into a state. */
export async function transitionsOf(executionArn: string): Promise<number> {
  const workflows = new SFNClient({});
  const { events = [] } = await workflows.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  return events.filter(({ type }) => type?.endsWith('StateEntered')).length;
}
