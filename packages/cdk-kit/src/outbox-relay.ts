import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceTable } from './service-table.ts';
import type { StageProfile } from './stage.ts';
import { StreamConsumer } from './stream-consumer.ts';

export interface OutboxRelayProps {
  readonly stage: StageProfile;
  readonly table: ServiceTable;
  readonly bus: IEventBus;
  /** The service's function whose handler is the service kit's `outboxRelay()`. */
  readonly function: ServiceFunction;
}

/** Publishes what a table's writes leave in their outbox. */
export class OutboxRelay extends StreamConsumer {
  constructor(scope: Construct, id: string, { bus, ...props }: OutboxRelayProps) {
    super(scope, id, {
      ...props,
      attribute: 'outbox',
      impact: 'other services miss events',
      lateImpact: 'other services receive events late',
    });
    props.function.addEnvironment('EVENT_BUS_NAME', bus.eventBusName);
    props.function.allow(['events:PutEvents'], bus.eventBusArn);
  }
}
