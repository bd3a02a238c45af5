import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { InventoryStack } from './stack.ts';

let template: Template;

beforeAll(() => {
  const stage = stageFromEnvironment({ WAYPOST_STAGE: 'prod' });
  template = Template.fromStack(new InventoryStack(new App(), { stage }));
});

/** Permissions of a function's role on tables, by the start of the role's logical id. */
function tableActionsOf(role: string): readonly string[] {
  const policies = template.findResources('AWS::IAM::Policy');
  const own = Object.entries(policies).find(([id]) => id.startsWith(role));
  const statements: readonly { Action: string | string[] }[] = own?.[1].Properties.PolicyDocument.Statement ?? [];
  return statements
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith('dynamodb:'))
    .toSorted();
}

describe('the functions', () => {
  it.each([
    ['reservestock', ['dynamodb:BatchGetItem', 'dynamodb:PutItem']],
    ['releasestock', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem']],
    ['commitstock', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem']],
    ['returnstock', ['dynamodb:BatchGetItem', 'dynamodb:PutItem']],
    ['getstock', ['dynamodb:GetItem']],
    ['lookupstock', ['dynamodb:BatchGetItem']],
    ['putstock', ['dynamodb:GetItem', 'dynamodb:PutItem']],
  ])('%s may do with the table what it calls, and nothing more', (role, actions) => {
    expect(tableActionsOf(role)).toEqual(actions);
  });
});

describe('what is sold, and what comes back', () => {
  it.each(['OrderConfirmed', 'OrderReturnReceived'])(
    'comes by a queue of its own, which takes only %s from the topic',
    (name) => {
      template.hasResourceProperties('AWS::SNS::Subscription', {
        Protocol: 'sqs',
        FilterPolicyScope: 'MessageBody',
        FilterPolicy: { 'detail-type': [name] },
        RawMessageDelivery: true,
        RedrivePolicy: { deadLetterTargetArn: Match.anyValue() },
      });
    },
  );

  it('goes to a dead-letter queue with an alarm after three failures', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { maxReceiveCount: 3, deadLetterTargetArn: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('sold stock still shows .* First action: '),
      Threshold: 1,
      MetricName: 'ApproximateNumberOfMessagesVisible',
    });
  });
});

describe('the API', () => {
  it('shows stock to anyone and takes counts from signed-in people only', () => {
    template.hasResourceProperties('AWS::ApiGateway::Method', { HttpMethod: 'GET', AuthorizationType: 'NONE' });
    template.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'PUT',
      AuthorizationType: 'COGNITO_USER_POOLS',
    });
  });
});

it('leaves the commands where workflows look for them', () => {
  for (const command of ['reserve-stock', 'release-stock', 'look-up-stock']) {
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: `/waypost/prod/inventory/commands/${command}` });
  }
});

it('relays the outbox in order, and never gives up', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    StartingPosition: 'TRIM_HORIZON',
    MaximumRetryAttempts: -1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});
