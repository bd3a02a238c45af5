import { describe, expect, it } from 'vitest';
import { stackOf } from './sound-stack.ts';
import { subscriptionToSilence } from './topics.ts';

const platform = (...names: readonly string[]) =>
  stackOf('platform', {
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { EventPattern: { 'detail-type': names }, Targets: [{ Id: 'Topic', Arn: { Ref: 'Topic' } }] },
      },
      Other: {
        Type: 'AWS::Events::Rule',
        Properties: { EventPattern: { 'detail-type': ['OrderLost'] }, Targets: [{ Id: 'Live', Arn: { Ref: 'Live' } }] },
      },
    },
  });

const consumer = (...names: readonly string[]) =>
  stackOf('inventory', {
    Resources: {
      Subscription: { Type: 'AWS::SNS::Subscription', Properties: { FilterPolicy: { 'detail-type': names } } },
    },
  });

describe('a subscription', () => {
  it('gets the events that a rule forwards to the topic', () => {
    expect(subscriptionToSilence([platform('OrderPlaced', 'OrderConfirmed'), consumer('OrderConfirmed')])).toEqual([]);
  });

  it('is reported when no rule forwards its event to the topic', () => {
    const findings = subscriptionToSilence([platform('OrderPlaced'), consumer('OrderPlaced', 'OrderLost')]);
    expect(findings).toEqual([
      {
        rule: 'subscription-to-silence',
        stack: 'inventory',
        resource: 'Subscription',
        message: 'waits for OrderLost, which no rule puts on a topic',
      },
    ]);
  });
});
