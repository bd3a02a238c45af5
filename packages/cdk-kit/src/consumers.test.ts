// One file for all that consumes, since each file pays for loading CDK again.
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { actionsOf, CupBroke, grantsOf, idOf, TeaPoured, templateOf } from '../test/kitchen.ts';
import { local, profiles } from '../test/profiles.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { EventConsumer } from './event-consumer.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ScheduledJob } from './scheduled-job.ts';
import { ServiceTable } from './service-table.ts';
import { StreamConsumer } from './stream-consumer.ts';
import { TopicConsumer } from './topic-consumer.ts';

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

describe.each(profiles)('a dead letter queue on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new DeadLetterQueue(stack, 'Dead', { stage, impact: 'tea is cold' }).acceptMessagesFrom(define('pour-tea'));
  });
  const queue = idOf(template, 'AWS::SQS::Queue', 'Dead');

  it('keeps its letters for 14 days, encrypted, and takes them over TLS only', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: FOURTEEN_DAYS,
      SqsManagedSseEnabled: true,
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: { Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] },
    });
  });

  it('alarms at the first letter, and says what it means for people', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmDescription: Match.stringLikeRegexp('^Impact: tea is cold. First action: read the reason'),
    });
  });

  it('takes letters from its function, which knows where to send them', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { DEAD_LETTER_QUEUE_URL: { Ref: queue } } },
    });
    expect(grantsOf(template)).toEqual([['sqs:SendMessage', arnOf(queue)]]);
  });
});

describe.each(profiles)('a consumer of events on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new EventConsumer(stack, 'Tea', {
      stage,
      bus: EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-central-1:123456789012:event-bus/shop'),
      events: [TeaPoured, CupBroke],
      detail: { data: { cup: ['blue'] } },
      function: define('pour-tea'),
      impact: 'tea is cold',
    });
  });
  const dead = idOf(template, 'AWS::SQS::Queue', 'Dead');

  it('receives the subscribed events, filtered by content', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: 'shop',
      EventPattern: {
        source: ['waypost.kitchen', 'waypost.pantry'],
        'detail-type': ['TeaPoured', 'CupBroke'],
        detail: { data: { cup: ['blue'] } },
      },
    });
  });

  it('has one dead letter queue for what the rule can’t deliver and what the function fails at', () => {
    template.resourceCountIs('AWS::SQS::Queue', 1);
    template.hasResourceProperties('AWS::Events::Rule', {
      Targets: [{ DeadLetterConfig: { Arn: arnOf(dead) }, RetryPolicy: { MaximumRetryAttempts: 8 } }],
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: arnOf(dead) } },
    });
  });

  it('configures retries on the alias, which is what the rule invokes', () => {
    const [config] = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'));
    expect(JSON.stringify(config)).toContain('Aliaslive');
    const [rule] = Object.values(template.findResources('AWS::Events::Rule'));
    expect(JSON.stringify(rule?.['Properties'].Targets)).toContain('Aliaslive');
  });
});

describe.each(profiles)('a job on a schedule on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new ScheduledJob(stack, 'Wash', {
      stage,
      every: Duration.minutes(5),
      function: define('wash-cups'),
      impact: 'cups are dirty',
    });
  });
  const dead = idOf(template, 'AWS::SQS::Queue', 'Dead');

  it('runs as often as told, and what the rule can’t deliver is a dead letter', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [{ DeadLetterConfig: { Arn: arnOf(dead) } }],
    });
  });

  it('is tried again on the alias, and is a dead letter when it fails to the end', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: arnOf(dead) } },
    });
  });
});

describe.each(profiles)('a consumer of a queue on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new QueueConsumer(stack, 'Tea', { stage, function: define('pour-tea'), impact: 'tea is cold' });
  });
  const dead = idOf(template, 'AWS::SQS::Queue', 'Dead');
  const queue = idOf(template, 'AWS::SQS::Queue', 'TeaQueue');

  it('gives a message three times to the function, then to the dead letters', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { deadLetterTargetArn: arnOf(dead), maxReceiveCount: 3 },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { MAX_RECEIVE_COUNT: '3', DEAD_LETTER_QUEUE_URL: { Ref: dead } } },
    });
  });

  it('keeps messages for less long than its dead letters', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 4 * 24 * 60 * 60 });
  });

  it('lets each message of a batch stand alone', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: arnOf(queue),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BatchSize: 10,
    });
  });

  it('hides a message for six times as long as the function may run', () => {
    const [handler] = Object.values(template.findResources('AWS::Lambda::Function'));
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: handler?.['Properties'].Timeout * 6 });
  });

  it('lets the poller read the queue, and nothing wider', () => {
    expect(grantsOf(template)).toEqual([
      ['sqs:SendMessage', arnOf(dead)],
      ['sqs:ReceiveMessage', arnOf(queue)],
      ['sqs:DeleteMessage', arnOf(queue)],
      ['sqs:GetQueueAttributes', arnOf(queue)],
    ]);
  });
});

describe.each(profiles)('a consumer of a queue whose other side may be away on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new QueueConsumer(stack, 'Tea', {
      stage,
      function: define('pour-tea'),
      impact: 'tea is cold',
      maxReceiveCount: 50,
    });
  });

  it('gives a message to the function as often as it says', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 50 } });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { MAX_RECEIVE_COUNT: '50' } },
    });
  });
});

describe('a consumer of a FIFO queue', () => {
  const template = templateOf(local, ({ stack, stage, define }) => {
    new QueueConsumer(stack, 'Tea', { stage, function: define('pour-tea'), impact: 'tea is cold', fifo: true });
  });

  it('has two FIFO queues, the second for its dead letters, and is held up by no other group', () => {
    const queues = Object.values(template.findResources('AWS::SQS::Queue')).map(({ Properties }) => Properties);
    expect(queues.map(({ FifoQueue }) => FifoQueue)).toEqual([true, true]);
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { deadLetterTargetArn: arnOf(idOf(template, 'AWS::SQS::Queue', 'Dead')), maxReceiveCount: 3 },
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
  });
});

describe('a queue that takes messages from a function of its service', () => {
  const template = templateOf(local, ({ stack, stage, define }) => {
    const consumer = new QueueConsumer(stack, 'Tea', { stage, function: define('pour-tea'), impact: 'tea is cold' });
    consumer.acceptMessagesFrom(define('order-tea'));
  });
  const queue = idOf(template, 'AWS::SQS::Queue', 'TeaQueue');

  it('lets that one send to it, and tells it where', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'waypost-local-kitchen-order-tea',
      Environment: { Variables: { QUEUE_URL: { Ref: queue } } },
    });
    expect(grantsOf(template).filter(([action]) => action === 'sqs:SendMessage')).toContainEqual([
      'sqs:SendMessage',
      arnOf(queue),
    ]);
  });
});

describe.each(profiles)('a consumer of a topic on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new TopicConsumer(stack, 'Tea', {
      stage,
      topic: Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-central-1:123456789012:teas'),
      events: [TeaPoured],
      function: define('pour-tea'),
      impact: 'tea is cold',
    });
  });

  it('gets into its queue what it asked for, by the body, as it was sent', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'sqs',
      Endpoint: arnOf(idOf(template, 'AWS::SQS::Queue', 'TeaQueue')),
      RawMessageDelivery: true,
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: { 'detail-type': ['TeaPoured'] },
    });
  });

  it('finds in its dead letters what the topic couldn’t deliver', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      RedrivePolicy: { deadLetterTargetArn: arnOf(idOf(template, 'AWS::SQS::Queue', 'Dead')) },
    });
  });
});

describe.each(profiles)('a consumer of a stream on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new StreamConsumer(stack, 'Orders', {
      stage,
      table: new ServiceTable(stack, 'Teas', { stage }),
      function: define('call-guests'),
      attribute: 'calls',
      impact: 'guests are never called',
      lateImpact: 'guests are called late',
    });
  });

  it('is given only the writes that carry something for it', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      MaximumRetryAttempts: -1,
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"calls":{"S":[{"exists":true}]}}}}' }] },
      DestinationConfig: { OnFailure: { Destination: arnOf(idOf(template, 'AWS::SQS::Queue', 'Dead')) } },
    });
  });

  it('may read the stream and park letters, and nothing else', () => {
    expect(actionsOf(template)).toEqual([
      'sqs:SendMessage',
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ]);
  });

  it('alarms when it is a minute late, and when it gave something up', () => {
    for (const impact of ['guests are called late', 'guests are never called']) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmDescription: Match.stringLikeRegexp(`^Impact: ${impact}\\. First action: .`),
      });
    }
  });
});

describe.each(profiles)('the relay of an outbox on %s', (_, profile) => {
  const template = templateOf(profile, ({ stack, stage, define }) => {
    new OutboxRelay(stack, 'Relay', {
      stage,
      table: new ServiceTable(stack, 'Teas', { stage }),
      bus: EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-central-1:123456789012:event-bus/shop'),
      function: define('relay-outbox'),
    });
  });
  const table = idOf(template, 'AWS::DynamoDB::Table', 'Teas');
  const dead = idOf(template, 'AWS::SQS::Queue', 'Dead');

  it('reads from the beginning, retries without limit, and only what has an outbox', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [table, 'StreamArn'] },
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: -1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"outbox":{"S":[{"exists":true}]}}}}' }] },
      DestinationConfig: { OnFailure: { Destination: arnOf(dead) } },
    });
  });

  it('may read the stream, publish on this bus and park letters, and touches no item', () => {
    expect(actionsOf(template)).toEqual([
      'sqs:SendMessage',
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'events:PutEvents',
    ]);
    template.hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: { EVENT_BUS_NAME: 'shop' } } });
  });

  it('alarms when events are a minute late', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'IteratorAge',
      Threshold: 60_000,
      AlarmDescription: 'Impact: other services receive events late. First action: read the logs of relay-outbox.',
    });
  });
});
