import { describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { NotificationStack } from './stack.ts';

const templateOn = (stage: string) =>
  Template.fromStack(new NotificationStack(new App(), { stage: stageFromEnvironment({ WAYPOST_STAGE: stage }) }));

const actionsIn = (template: Template): string[] =>
  Object.values(template.findResources('AWS::IAM::Policy'))
    .flatMap((policy) => policy['Properties'].PolicyDocument.Statement)
    .flatMap((statement: { Action: string | string[] }) => statement.Action);

describe.each(['local', 'prod'])('notification on %s', (stage) => {
  const template = templateOn(stage);

  it('has a queue of its own for the order events that it mails, with dead letters', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'sqs',
      RawMessageDelivery: true,
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: {
        'detail-type': [
          'OrderPlaced',
          'OrderConfirmed',
          'OrderShipped',
          'OrderDelivered',
          'OrderCompleted',
          'OrderCancelled',
          'OrderReturnRequested',
          'OrderReturnRefunded',
          'OrderReturnClosed',
        ],
      },
      RedrivePolicy: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: Match.objectLike({ maxReceiveCount: 3 }) });
  });

  it('may read one address at a time, and change no user', () => {
    expect(actionsIn(template).filter((action) => action.startsWith('cognito-idp:'))).toEqual([
      'cognito-idp:AdminGetUser',
    ]);
  });

  it('has no API', () => {
    template.resourceCountIs('AWS::ApiGateway::RestApi', 0);
  });
});

describe('on a stage with simulated external services', () => {
  const template = templateOn('local');

  it('finds the inbox at run time and cannot send real mails', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ SANDBOX_URL_PARAMETER: '/waypost/local/sandbox/api-url' }) },
    });
    expect(actionsIn(template)).toContain('ssm:GetParameter');
    expect(actionsIn(template)).not.toContain('ses:SendEmail');
    template.resourceCountIs('AWS::SES::EmailIdentity', 0);
  });
});

describe('on a stage with real external services', () => {
  const template = templateOn('prod');

  it('sends from one address, which SES verifies', () => {
    template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'orders@waypost.example' });
    expect(actionsIn(template)).toContain('ses:SendEmail');
    expect(actionsIn(template)).not.toContain('ssm:GetParameter');
  });
});
