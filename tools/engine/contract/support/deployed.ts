import { readFileSync } from 'node:fs';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { eventually } from './eventually.ts';
import type { Outputs } from './deploy.ts';
import { patience } from './account.ts';

export const dynamodb = new DynamoDBClient();
export const events = new EventBridgeClient();
export const lambda = new LambdaClient();
export const logs = new CloudWatchLogsClient();
export const sns = new SNSClient();
export const sqs = new SQSClient();
export const stepFunctions = new SFNClient({ disableHostPrefix: process.env['AWS_ENDPOINT_URL'] !== undefined });

/** The outputs of an area's stack, as a function that fails on a key which isn't there. */
export function outputsOf(area: string): (key: string) => string {
  const outputs: Outputs = JSON.parse(readFileSync(process.env['WAYPOST_CONTRACT_OUTPUTS'] ?? '', 'utf8'));
  return (key) => {
    const value = outputs[area]?.[key];
    if (value === undefined) throw new Error(`The stack ${area} has no output ${key}.`);
    return value;
  };
}

/** Values that a function reported with `seen(value)` so far, oldest first. */
export async function seenIn(logGroupName: string, client = logs): Promise<readonly unknown[]> {
  const { events: lines = [] } = await client.send(
    new FilterLogEventsCommand({ logGroupName, filterPattern: '"@seen"' }),
  );
  return lines
    .toSorted((a, b) => (a.timestamp ?? 0) - (b.timestamp ?? 0))
    .map(({ message = '' }) => JSON.parse(message.slice(message.indexOf('@seen ') + '@seen '.length)));
}

/** Waits until a function has told something that fits, and gives all it told. */
export const seenEventually = (
  logGroupName: string,
  fits: (seen: readonly unknown[]) => boolean,
  seconds = 10,
): Promise<readonly unknown[]> =>
  eventually(async () => {
    const seen = await seenIn(logGroupName);
    return fits(seen) ? seen : undefined;
  }, patience(seconds));

/** Waits for one message that fits, and deletes it. Others become visible again. */
export const receive = (
  queueUrl: string,
  fits: (message: Message) => boolean = () => true,
  seconds = 15,
): Promise<Message> =>
  eventually(async () => {
    const request = {
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 1,
      VisibilityTimeout: 1,
      MessageSystemAttributeNames: ['All' as const],
      MessageAttributeNames: ['All'],
    };
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(request));
    const message = Messages.find(fits);
    if (message === undefined) return undefined;
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    return message;
  }, patience(seconds));

/** The parsed body of a message. */
export const bodyOf = (message: Message): Record<string, unknown> => JSON.parse(message.Body ?? '{}');

/** Invokes a function and waits for its answer. */
export async function invoke(functionName: string, payload: unknown, qualifier?: string) {
  const answer = await lambda.send(
    new InvokeCommand({
      FunctionName: functionName,
      Payload: JSON.stringify(payload),
      ...(qualifier === undefined ? {} : { Qualifier: qualifier }),
    }),
  );
  const body: unknown = JSON.parse(Buffer.from(answer.Payload ?? []).toString() || 'null');
  return { failed: answer.FunctionError !== undefined, body, version: answer.ExecutedVersion };
}
