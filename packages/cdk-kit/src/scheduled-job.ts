import type { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { invokedAsynchronously } from './asynchronous.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

export interface ScheduledJobProps {
  readonly stage: StageProfile;
  /** Interval of the schedule, at least a minute. */
  readonly every: Duration;
  /** The service's function whose handler is the service kit's `scheduledFunction(…)`. */
  readonly function: ServiceFunction;
  /** Impact of messages in its dead-letter queue. Default: the impact of the function. */
  readonly impact?: string;
  /** First action of the alarm of its dead-letter queue. Default: read the reason, fix it, redrive the queue. */
  readonly firstAction?: string;
}

/** A function that runs again and again. One dead letter queue takes runs that failed to the end, and what the function parks itself. */
export class ScheduledJob extends Construct {
  readonly deadLetters: DeadLetterQueue;

  constructor(
    scope: Construct,
    id: string,
    { stage, every, function: handler, impact, firstAction }: ScheduledJobProps,
  ) {
    super(scope, id);
    const { deadLetters, delivery } = invokedAsynchronously(this, { stage, function: handler, impact, firstAction });
    this.deadLetters = deadLetters;
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(every),
      targets: [new LambdaFunction(handler.live, delivery)],
    });
  }
}
