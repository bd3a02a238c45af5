import type { EventContract } from '@waypost/contracts';
import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
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
  /** What people notice while messages lie in its dead letter queue. */
  readonly impact: string;
}

/**
 * A rule that invokes a function for events of the bus. One dead letter queue takes what the rule can't deliver, what the
 * function fails at to the end, and what the function parks itself. Retries are configured on the alias, since those of
 * a function configure `$LATEST` only.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
export class EventConsumer extends Construct {
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: EventConsumerProps) {
    super(scope, id);
    const { stage, bus, events, detail, impact } = props;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', { stage, impact });
    this.deadLetters.takesFrom(props.function);
    props.function.live.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(this.deadLetters.queue),
    });
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: patternOf(events, detail),
      targets: [
        new LambdaFunction(props.function.live, {
          deadLetterQueue: this.deadLetters.queue,
          retryAttempts: 8,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }
}
