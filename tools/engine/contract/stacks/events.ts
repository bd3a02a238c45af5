import { RemovalPolicy, type App } from 'aws-cdk-lib';
import { EventBus, Rule, type EventPattern } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SubscriptionFilter, Topic, FilterOrPolicy } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ContractStack } from '../support/contract-stack.ts';

function ruleToQueue(stack: ContractStack, bus: EventBus, id: string, eventPattern: EventPattern): void {
  new Rule(stack, `${id}Rule`, { eventBus: bus, eventPattern, targets: [new SqsQueue(stack.queue(id))] });
}

export function defineEvents(app: App): ContractStack {
  const stack = new ContractStack(app, 'events');
  const bus = new EventBus(stack, 'Bus');
  bus.applyRemovalPolicy(RemovalPolicy.DESTROY);
  stack.tell('Bus', bus.eventBusName);
  const source = ['waypost.contract'];
  ruleToQueue(stack, bus, 'ByType', { source, detailType: ['OrderPlaced'] });
  ruleToQueue(stack, bus, 'ByContent', {
    source,
    detail: {
      data: {
        total: [{ numeric: ['>=', 100] }],
        country: [{ 'anything-but': ['US'] }],
        coupon: [{ exists: false }],
        sku: [{ prefix: 'TENT-' }],
      },
    },
  });

  const topic = new Topic(stack, 'Topic');
  stack.tell('Topic', topic.topicArn);
  const body = (type: string) => ({
    'detail-type': FilterOrPolicy.filter(SubscriptionFilter.stringFilter({ allowlist: [type] })),
  });
  const filtered = { rawMessageDelivery: true, filterPolicyWithMessageBody: body('OrderConfirmed') };
  topic.addSubscription(new SqsSubscription(stack.queue('Confirmed'), filtered));
  topic.addSubscription(new SqsSubscription(stack.queue('Everything')));
  return stack;
}
