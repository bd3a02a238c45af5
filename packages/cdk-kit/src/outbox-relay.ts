import { Duration } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { impactAlarm } from './alarm.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceTable } from './service-table.ts';
import type { StageProfile } from './stage.ts';

export interface OutboxRelayProps {
  readonly stage: StageProfile;
  readonly table: ServiceTable;
  readonly bus: IEventBus;
  /** The service's function whose handler is the service kit's `outboxRelay()`. */
  readonly function: ServiceFunction;
}

/**
 * Publishes what a table's writes leave in their outbox. It retries without limit, so that order holds; what can never be
 * published is parked, and an alarm tells when events are late.
 */
export class OutboxRelay extends Construct {
  constructor(scope: Construct, id: string, { stage, table, bus, function: relay }: OutboxRelayProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      stage,
      impact: 'other services never hear of a change; republish the dead letter once the reason is mended',
    });
    deadLetters.takesFrom(relay);
    relay.addEnvironment('EVENT_BUS_NAME', bus.eventBusName);
    relay.allow(['events:PutEvents'], bus.eventBusArn);
    table.allowStream(relay);
    relay.live.addEventSource(
      new DynamoEventSource(table.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        retryAttempts: -1,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(deadLetters.queue),
        filters: [FilterCriteria.filter({ dynamodb: { NewImage: { outbox: { S: FilterRule.exists() } } } })],
      }),
    );
    impactAlarm(this, 'IteratorAge', {
      stage,
      metric: relay.live.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: Duration.minutes(1).toMilliseconds(),
      impact: 'events are late: what follows from them waits',
    });
  }
}
