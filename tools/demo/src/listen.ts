import { randomUUID } from 'node:crypto';
import {
  DeleteRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { EventMetadata } from '@waypost/contracts';
import * as z from 'zod';

export const ReceivedEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({ metadata: EventMetadata, data: z.record(z.string(), z.unknown()) }),
});
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

export interface Listener {
  /** Events since the last call, in order. Waits a moment for the first. */
  readonly heard: () => Promise<readonly ReceivedEvent[]>;
  readonly stop: () => Promise<void>;
}

/** Listens to every event of the shop's bus, by a rule and a queue that are gone afterwards. */
export async function listen(eventBusName: string): Promise<Listener> {
  const eventBridge = new EventBridgeClient({});
  const sqs = new SQSClient({});
  const name = `waypost-demo-${randomUUID().slice(0, 8)}`;
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
  const Arn = (await sqs.send(asked)).Attributes?.['QueueArn'] ?? '';
  const EventPattern = JSON.stringify({ source: [{ prefix: 'waypost.' }] });
  const rule = new PutRuleCommand({ Name: name, EventBusName: eventBusName, EventPattern });
  const { RuleArn } = await eventBridge.send(rule);
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: onlyFrom(RuleArn, Arn) } }));
  const Targets = [{ Id: 'demo', Arn }];
  await eventBridge.send(new PutTargetsCommand({ Rule: name, EventBusName: eventBusName, Targets }));

  return {
    heard: async () => {
      const take = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
      const { Messages = [] } = await sqs.send(take);
      if (Messages.length > 0) {
        const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle }));
        await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
      }
      return Messages.map(({ Body }) => ReceivedEvent.parse(JSON.parse(Body ?? ''))).toSorted(byTime);
    },
    stop: async () => {
      await eventBridge.send(new RemoveTargetsCommand({ Rule: name, EventBusName: eventBusName, Ids: ['demo'] }));
      await eventBridge.send(new DeleteRuleCommand({ Name: name, EventBusName: eventBusName }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
}

const byTime = (one: ReceivedEvent, other: ReceivedEvent): number =>
  one.detail.metadata.occurredAt.localeCompare(other.detail.metadata.occurredAt);

const onlyFrom = (ruleArn: string | undefined, queueArn: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
      },
    ],
  });
