import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { impactAlarm } from './alarm.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceTable } from './service-table.ts';
import type { StageProfile } from './stage.ts';

export interface StreamConsumerProps {
  readonly stage: StageProfile;
  readonly table: ServiceTable;
  readonly function: ServiceFunction;
  /** Only items with this attribute, a string, are handed over. */
  readonly attribute: string;
  /** Impact of records in its dead-letter queue. */
  readonly impact: string;
  /** Impact of records that wait for more than a minute. */
  readonly lateImpact: string;
}

/**
 * A function that reads an attribute of a table's writes from its stream, in order. It retries without limit, so that
 * the order is kept. Records that it can't parse go to the dead-letter queue, and an alarm reports a lag.
 */
export class StreamConsumer extends Construct {
  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id);
    const { stage, table, function: consumer, attribute, impact, lateImpact } = props;
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', { stage, impact });
    deadLetters.acceptMessagesFrom(consumer);
    table.allowStream(consumer);
    consumer.live.addEventSource(
      new DynamoEventSource(table.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        retryAttempts: -1,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(deadLetters.queue),
        filters: [FilterCriteria.filter({ dynamodb: { NewImage: { [attribute]: { S: FilterRule.exists() } } } })],
      }),
    );
    impactAlarm(this, 'IteratorAge', {
      stage,
      metric: consumer.live.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: Duration.minutes(1).toMilliseconds(),
      impact: lateImpact,
      firstAction: `read the logs of ${consumer.node.id}`,
    });
  }
}
