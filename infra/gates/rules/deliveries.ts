import {
  at,
  listOf,
  type NamedResource,
  referenceOf,
  referencesIn,
  resourcesOf,
  type SynthesizedStack,
} from '../template.ts';
import { eachOf, type StackRule } from './rule.ts';

const mappingsOf = (stack: SynthesizedStack) => resourcesOf(stack, 'AWS::Lambda::EventSourceMapping');
const onFailureOf = (properties: unknown) => at(properties, 'DestinationConfig', 'OnFailure', 'Destination');
/** Only streams have a starting position. */
const isStream = ({ properties }: NamedResource) => properties['StartingPosition'] !== undefined;

const targetsOf = ({ properties }: NamedResource) => listOf(properties['Targets']);

export const targetWithoutDeadLetters: StackRule = eachOf(
  'target-without-dead-letters',
  (stack) => resourcesOf(stack, 'AWS::Events::Rule'),
  (rule) =>
    targetsOf(rule).flatMap((target) => {
      const id = String(at(target, 'Id'));
      return [
        ...(at(target, 'DeadLetterConfig', 'Arn') === undefined ? [`target ${id} has no dead letter queue`] : []),
        ...(at(target, 'RetryPolicy') === undefined ? [`target ${id} has no retry policy`] : []),
      ];
    }),
);

export const subscriptionWithoutDeadLetters: StackRule = eachOf(
  'subscription-without-dead-letters',
  (stack) => resourcesOf(stack, 'AWS::SNS::Subscription'),
  ({ properties }) =>
    at(properties, 'RedrivePolicy', 'deadLetterTargetArn') === undefined ? 'has no dead letter queue' : undefined,
);

/** Aliases and functions that rules and topics invoke asynchronously. */
function invokedAsynchronously(stack: SynthesizedStack): readonly NamedResource[] {
  const invoked = new Set([
    ...resourcesOf(stack, 'AWS::Events::Rule').flatMap((rule) =>
      targetsOf(rule).map((target) => referenceOf(at(target, 'Arn'))),
    ),
    ...resourcesOf(stack, 'AWS::SNS::Subscription')
      .filter(({ properties }) => properties['Protocol'] === 'lambda')
      .map(({ properties }) => referenceOf(properties['Endpoint'])),
  ]);
  const callable = [...resourcesOf(stack, 'AWS::Lambda::Alias'), ...resourcesOf(stack, 'AWS::Lambda::Function')];
  return callable.filter(({ id }) => invoked.has(id));
}

/** Reports whether a qualifier names this alias, as text or as the last part of its ARN, like CDK does. */
function qualifies(qualifier: unknown, { id, properties }: NamedResource): boolean {
  return qualifier === properties['Name'] || referencesIn(qualifier).has(id);
}

/**
 * Settings of a function alone apply to `$LATEST`:
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
export const asynchronousWithoutDestination: StackRule = eachOf(
  'asynchronous-without-destination',
  invokedAsynchronously,
  (invoked, stack) => {
    const configured = resourcesOf(stack, 'AWS::Lambda::EventInvokeConfig').some(
      ({ properties }) =>
        referenceOf(properties['FunctionName']) === referenceOf(invoked.properties['FunctionName']) &&
        qualifies(properties['Qualifier'], invoked) &&
        onFailureOf(properties) !== undefined,
    );
    return configured ? undefined : 'is invoked asynchronously, but its failures have no destination on this alias';
  },
);

export const streamWithoutDestination: StackRule = eachOf(
  'stream-without-destination',
  (stack) => mappingsOf(stack).filter(isStream),
  ({ properties }) =>
    onFailureOf(properties) === undefined ? 'loses what it gives up: no on-failure destination' : undefined,
);

export const mappingWithoutPartialFailures: StackRule = eachOf(
  'mapping-without-partial-failures',
  mappingsOf,
  ({ properties }) =>
    listOf(properties['FunctionResponseTypes']).includes('ReportBatchItemFailures')
      ? undefined
      : 'fails whole batches for one message: no ReportBatchItemFailures',
);
