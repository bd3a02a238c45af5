import { describe, expect, it } from 'vitest';
import { breachesOf } from './rules.ts';
import { type Changes, soundStackBut } from './sound-stack.ts';

const allow = (...Action: string[]) => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
});
const gone = undefined;
const target = (changes: object) => ({
  Targets: [
    {
      Id: 'Target0',
      Arn: { Ref: 'Live' },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } },
      RetryPolicy: { MaximumRetryAttempts: 8 },
      ...changes,
    },
  ],
});
const environment = (Variables: object) => ({ Environment: { Variables } });

/** A fault each, with the rules that find it. */
const faults: readonly (readonly [string, Changes, readonly string[]])[] = [
  ['a queue without dead letter queue', { Queue: { RedrivePolicy: gone } }, ['queue-without-dead-letters']],
  [
    'a queue that gives up after one receive',
    { Queue: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount: 1 } } },
    ['queue-receives'],
  ],
  ['a queue that keeps messages for 5 days', { Queue: { MessageRetentionPeriod: 432000 } }, ['queue-keeps-too-long']],
  ['dead letters kept for 4 days', { DeadLetters: { MessageRetentionPeriod: gone } }, ['dead-letters-kept']],
  ['an alarm of another metric', { DeadLettersAlarm: { MetricName: 'Sent' } }, ['dead-letters-without-alarm']],
  ['an alarm at the tenth dead letter', { DeadLettersAlarm: { Threshold: 10 } }, ['dead-letters-without-alarm']],
  [
    'an alarm without an action',
    { DeadLettersAlarm: { AlarmActions: gone } },
    ['alarm-without-action', 'dead-letters-without-alarm'],
  ],
  ['an alarm without its impact', { DeadLettersAlarm: { AlarmDescription: 'Too many' } }, ['alarm-without-impact']],
  ['a target without dead letters', { Rule: target({ DeadLetterConfig: gone }) }, ['target-without-dead-letters']],
  ['a target without retry policy', { Rule: target({ RetryPolicy: gone }) }, ['target-without-dead-letters']],
  [
    'a subscription without dead letters',
    { Subscription: { RedrivePolicy: gone } },
    ['subscription-without-dead-letters'],
  ],
  [
    'asynchronous settings on $LATEST only',
    { AsyncConfig: { Qualifier: '$LATEST' } },
    ['asynchronous-without-destination'],
  ],
  [
    'asynchronous failures without destination',
    { AsyncConfig: { DestinationConfig: gone } },
    ['asynchronous-without-destination'],
  ],
  [
    'a subscribed function without destination',
    {
      AsyncConfig: { DestinationConfig: gone },
      Rule: { Targets: [] },
      Subscription: { Protocol: 'lambda', Endpoint: { Ref: 'Live' } },
    },
    ['asynchronous-without-destination'],
  ],
  ['a stream without destination', { StreamMapping: { DestinationConfig: gone } }, ['stream-without-destination']],
  [
    'a mapping that fails whole batches',
    { QueueMapping: { FunctionResponseTypes: gone } },
    ['mapping-without-partial-failures'],
  ],
  ['a function without log group', { Handler: { LoggingConfig: gone } }, ['function-without-log-group']],
  ['logs without retention', { Logs: { RetentionInDays: gone } }, ['logs-without-retention']],
  [
    'a function without its alias',
    { Live: { Name: 'next' } },
    ['asynchronous-without-destination', 'function-without-alias'],
  ],
  ['a mapping past the alias', { QueueMapping: { FunctionName: { Ref: 'Handler' } } }, ['invoked-past-the-alias']],
  [
    'a function name inside a text',
    { QueueMapping: { FunctionName: { 'Fn::Sub': '${Handler.Arn}:prod' } } },
    ['invoked-past-the-alias'],
  ],
  ['a secret by its name', { Handler: environment({ API_KEY: 'x' }) }, ['secret-in-environment']],
  ['a secret by its looks', { Handler: environment({ PAYMENT: 'sk_test_4eC39HqLyjW' }) }, ['secret-in-environment']],
  [
    'a secret resolved into a variable',
    { Handler: environment({ PAYMENT: '{{resolve:secretsmanager:key}}' }) },
    ['secret-in-environment'],
  ],
  ['a wildcard in an action', { RolePolicy: allow('sqs:Send*') }, ['wildcard-action']],
  ['a managed policy', { Role: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } }, ['managed-policy']],
  ['a function that may invoke another', { RolePolicy: allow('lambda:InvokeFunction') }, ['function-invokes-function']],
  ['a function that may do anything', { RolePolicy: allow('*') }, ['function-invokes-function', 'wildcard-action']],
];

describe('a stack without faults', () => {
  it('has no findings', () => {
    expect(breachesOf([soundStackBut({})])).toEqual([]);
  });
});

describe('a stack with one fault', () => {
  it.each(faults)('has a finding for %s', (_fault, changes, rules) => {
    const broken = new Set(breachesOf([soundStackBut(changes)]).map(({ rule }) => rule));
    expect([...broken].toSorted()).toEqual(rules);
  });
});
