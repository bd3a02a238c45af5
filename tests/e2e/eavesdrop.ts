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
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { OrderId } from '@waypost/contracts';
import * as z from 'zod';

const eventBridge = new EventBridgeClient({});
const sqs = new SQSClient({});

const Received = z.object({
  source: z.string(),
  'detail-type': z.string(),
  detail: z.looseObject({ metadata: z.looseObject({ subject: z.string() }) }),
});
type Received = z.infer<typeof Received>;

/** Records events of the bus, with a rule and a queue that exist while the work runs. */
export async function eavesdropping(
  sources: readonly string[],
  work: (eventsOf: (orderId: OrderId) => Promise<readonly Received[]>) => Promise<void>,
): Promise<void> {
  const EventBusName = `waypost-${process.env['WAYPOST_STAGE'] ?? 'local'}`;
  const Name = `eavesdropping-${randomUUID()}`;
  const policy = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage' };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...policy, Resource: '*' }] });
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: Name, Attributes: { Policy } }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await eventBridge.send(
    new PutRuleCommand({ EventBusName, Name, EventPattern: JSON.stringify({ source: [...sources] }) }),
  );
  const Targets = [{ Id: 'queue', Arn: Attributes?.['QueueArn'] ?? '' }];
  await eventBridge.send(new PutTargetsCommand({ EventBusName, Rule: Name, Targets }));

  const heard: Received[] = [];
  const eventsOf = async (orderId: OrderId) => {
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return heard.filter(({ detail }) => detail.metadata.subject === orderId);
      heard.push(...Messages.map(({ Body = '' }) => Received.parse(JSON.parse(Body))));
    }
  };
  try {
    await work(eventsOf);
  } finally {
    await eventBridge.send(new RemoveTargetsCommand({ EventBusName, Rule: Name, Ids: ['queue'] }));
    await eventBridge.send(new DeleteRuleCommand({ EventBusName, Name }));
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  }
}
