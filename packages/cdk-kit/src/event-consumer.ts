import type { EventContract } from '@waypost/contracts';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { invokedAsynchronously } from './asynchronous.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** The pattern of a rule that matches any of these events; `detail` narrows it by content. */
export function patternOf(events: readonly EventContract[], detail?: EventPattern['detail']): EventPattern {
  return {
    source: [...new Set(events.flatMap(({ pattern }) => pattern.source))],
    detailType: [...new Set(events.flatMap(({ pattern }) => pattern.detailType))],
    ...(detail && { detail }),
  };
}

export interface EventConsumerProps {
  readonly stage: StageProfile;
  readonly bus: IEventBus;
  readonly events: readonly EventContract[];
  /** Narrows by content, e.g. `{ data: { total: { amount: [{ numeric: ['>', 50000] }] } } }`. */
  readonly detail?: EventPattern['detail'];
  readonly function: ServiceFunction;
  /** Impact of messages in its dead-letter queue. Default: the impact of the function. */
  readonly impact?: string;
  /** First action of the alarm of its dead-letter queue. Default: read the reason, fix it, redrive the queue. */
  readonly firstAction?: string;
}

/** A rule that invokes a function for events of the bus; what goes wrong on the way or in the function is in one dead letter queue. */
export class EventConsumer extends Construct {
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: EventConsumerProps) {
    super(scope, id);
    const { bus, events, detail } = props;
    const { deadLetters, delivery } = invokedAsynchronously(this, props);
    this.deadLetters = deadLetters;
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: patternOf(events, detail),
      targets: [new LambdaFunction(props.function.live, delivery)],
    });
  }
}
