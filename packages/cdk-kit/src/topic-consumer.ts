import type { EventContract } from '@waypost/contracts';
import { FilterOrPolicy, type ITopic, SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { QueueConsumer, type QueueConsumerProps } from './queue-consumer.ts';

export interface TopicConsumerProps extends QueueConsumerProps {
  readonly topic: ITopic;
  readonly events: readonly EventContract[];
}

/** A queue of one's own on a topic: fan-out with a filter on the message body, so that only events asked for are paid for. */
export class TopicConsumer extends QueueConsumer {
  constructor(scope: Construct, id: string, props: TopicConsumerProps) {
    super(scope, id, props);
    const names = props.events.map(({ name }) => name);
    props.topic.addSubscription(
      new SqsSubscription(this.queue, {
        rawMessageDelivery: true,
        deadLetterQueue: this.deadLetters.queue,
        filterPolicyWithMessageBody: {
          'detail-type': FilterOrPolicy.filter(SubscriptionFilter.stringFilter({ allowlist: names })),
        },
      }),
    );
  }
}
