import { at, listOf, type NamedResource, referenceOf, resourcesOf, type SynthesizedStack } from '../template.ts';
import { eachOf, type StackRule } from './rule.ts';

const DAY = 24 * 60 * 60;
/**
 * Default retention of SQS: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html
 */
const DEFAULT_RETENTION = 4 * DAY;
const MAXIMUM_RETENTION = 14 * DAY;
const SOURCE_RETENTION = 4 * DAY;
const RECEIVES = 3;

const queuesOf = (stack: SynthesizedStack) => resourcesOf(stack, 'AWS::SQS::Queue');
const retentionOf = ({ properties }: NamedResource) => properties['MessageRetentionPeriod'] ?? DEFAULT_RETENTION;
const redriveTargetOf = ({ properties }: NamedResource) =>
  referenceOf(at(properties, 'RedrivePolicy', 'deadLetterTargetArn'));

/** Property of each resource type that names its dead-letter queue. */
const namesOfDeadLetters: Readonly<Record<string, (properties: unknown) => readonly unknown[]>> = {
  'AWS::SQS::Queue': (queue) => [at(queue, 'RedrivePolicy', 'deadLetterTargetArn')],
  'AWS::SNS::Subscription': (subscription) => [at(subscription, 'RedrivePolicy', 'deadLetterTargetArn')],
  'AWS::Events::Rule': (rule) => listOf(at(rule, 'Targets')).map((target) => at(target, 'DeadLetterConfig', 'Arn')),
  'AWS::Lambda::EventInvokeConfig': (config) => [at(config, 'DestinationConfig', 'OnFailure', 'Destination')],
  'AWS::Lambda::EventSourceMapping': (mapping) => [at(mapping, 'DestinationConfig', 'OnFailure', 'Destination')],
  'AWS::Lambda::Function': (handler) => [at(handler, 'DeadLetterConfig', 'TargetArn')],
  'AWS::Scheduler::Schedule': (schedule) => [at(schedule, 'Target', 'DeadLetterConfig', 'Arn')],
};

/** Dead-letter queues of a stack. */
function deadLetterQueuesOf(stack: SynthesizedStack): readonly NamedResource[] {
  const named = new Set(
    resourcesOf(stack).flatMap(({ type, properties }) =>
      (namesOfDeadLetters[type]?.(properties) ?? []).map(referenceOf),
    ),
  );
  return queuesOf(stack).filter(({ id }) => named.has(id));
}

function sourceQueuesOf(stack: SynthesizedStack): readonly NamedResource[] {
  const deadLetterQueues = new Set(deadLetterQueuesOf(stack).map(({ id }) => id));
  return queuesOf(stack).filter(({ id }) => !deadLetterQueues.has(id));
}

/** Queues with an alarm at the first message. */
function watchedQueuesOf(stack: SynthesizedStack): ReadonlySet<string | undefined> {
  const alarms = resourcesOf(stack, 'AWS::CloudWatch::Alarm').filter(
    ({ properties }) =>
      properties['MetricName'] === 'ApproximateNumberOfMessagesVisible' &&
      properties['Threshold'] === 1 &&
      properties['ComparisonOperator'] === 'GreaterThanOrEqualToThreshold' &&
      listOf(properties['AlarmActions']).length > 0,
  );
  return new Set(
    alarms.flatMap(({ properties }) =>
      listOf(properties['Dimensions'])
        .filter((dimension) => at(dimension, 'Name') === 'QueueName')
        .map((dimension) => referenceOf(at(dimension, 'Value'))),
    ),
  );
}

/** Reports a queue without a dead-letter queue, or whose messages expire before they get there. */
export const queueWithoutDeadLetters: StackRule = eachOf('queue-without-dead-letters', sourceQueuesOf, (queue) =>
  redriveTargetOf(queue) === undefined ? 'has no dead letter queue' : undefined,
);

export const queueReceives: StackRule = eachOf('queue-receives', sourceQueuesOf, (queue) => {
  const receives = at(queue.properties, 'RedrivePolicy', 'maxReceiveCount');
  if (receives === undefined || receives === RECEIVES) return undefined;
  return `gives a message up after ${JSON.stringify(receives)} receives; the shop's queues do after ${RECEIVES}`;
});

export const queueKeepsTooLong: StackRule = eachOf('queue-keeps-too-long', sourceQueuesOf, (queue) =>
  Number(retentionOf(queue)) > SOURCE_RETENTION
    ? 'keeps messages for more than 4 days: a dead letter keeps the age of its source, and could expire before 10 days'
    : undefined,
);

export const deadLettersWithoutAlarm: StackRule = eachOf(
  'dead-letters-without-alarm',
  deadLetterQueuesOf,
  ({ id }, stack) => (watchedQueuesOf(stack).has(id) ? undefined : 'has no alarm at its first message'),
);

export const deadLettersKept: StackRule = eachOf('dead-letters-kept', deadLetterQueuesOf, (queue) =>
  retentionOf(queue) === MAXIMUM_RETENTION ? undefined : 'keeps dead letters for less than 14 days',
);
