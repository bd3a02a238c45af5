import { Duration } from 'aws-cdk-lib';
import type { TargetBaseProps } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** Age at which an event is no longer retried. */
const maxEventAge = Duration.hours(6);

/**
 * Prepares a function for being invoked by a rule: one dead letter queue takes what the rule can't deliver, what the function
 * fails at to the end, and what the function parks itself. Retries are configured on the alias, since those of a function
 * configure `$LATEST` only.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
export function invokedAsynchronously(
  scope: Construct,
  {
    stage,
    function: handler,
    impact = handler.impact,
    firstAction,
  }: {
    readonly stage: StageProfile;
    readonly function: ServiceFunction;
    readonly impact?: string | undefined;
    readonly firstAction?: string | undefined;
  },
): { readonly deadLetters: DeadLetterQueue; readonly delivery: TargetBaseProps } {
  const deadLetters = new DeadLetterQueue(scope, 'DeadLetters', { stage, impact, firstAction });
  deadLetters.acceptMessagesFrom(handler);
  handler.live.configureAsyncInvoke({
    retryAttempts: 2,
    maxEventAge,
    onFailure: new SqsDestination(deadLetters.queue),
  });
  return { deadLetters, delivery: { deadLetterQueue: deadLetters.queue, retryAttempts: 8, maxEventAge } };
}
