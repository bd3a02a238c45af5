import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ShippingStack } from './stack.ts';

let template: Template;

beforeAll(() => {
  const stage = stageFromEnvironment({ WAYPOST_STAGE: 'prod' });
  template = Template.fromStack(new ShippingStack(new App(), { stage }));
});

/** Permissions of a function's role on tables, by the start of the role's logical id. */
function tableActionsOf(role: string): readonly string[] {
  const policies = template.findResources('AWS::IAM::Policy');
  const own = Object.entries(policies).find(([id]) => id.startsWith(role));
  const statements: readonly { Action: string | string[] }[] = own?.[1].Properties.PolicyDocument.Statement ?? [];
  return statements.flatMap(({ Action }) => Action).filter((action) => action.startsWith('dynamodb:'));
}

describe('the functions', () => {
  it.each([
    ['quoteshipping', []],
    ['arrangeshipment', ['dynamodb:PutItem']],
    ['cancelshipments', ['dynamodb:PutItem']],
    ['listshipments', ['dynamodb:GetItem']],
    ['packorder', ['dynamodb:GetItem', 'dynamodb:PutItem']],
    ['fetchreturn', ['dynamodb:GetItem', 'dynamodb:PutItem']],
    ['queuecarrierreport', []],
    ['followparcel', ['dynamodb:GetItem', 'dynamodb:PutItem']],
    ['stopshipments', ['dynamodb:GetItem', 'dynamodb:PutItem']],
  ])('%s may do with the table what it calls, and nothing more', (role, actions) => {
    expect(tableActionsOf(role)).toEqual(actions);
  });
});

it('shows shipments to signed-in shoppers only', () => {
  const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
  expect(methods.map(({ Properties }) => [Properties.HttpMethod, Properties.AuthorizationType])).toEqual([
    ['GET', 'COGNITO_USER_POOLS'],
    ['HEAD', 'COGNITO_USER_POOLS'],
  ]);
});

it('leaves the commands where workflows look for them', () => {
  for (const command of ['quote-shipping', 'arrange-shipment', 'cancel-shipments', 'stop-shipments']) {
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: `/waypost/prod/shipping/commands/${command}` });
  }
});

it('keeps shipments when the stack goes, in production', () => {
  template.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' });
});

describe('the reports of carriers', () => {
  it('come through one FIFO queue, whose dead letters are one too', () => {
    const queues = Object.entries(template.findResources('AWS::SQS::Queue', { Properties: { FifoQueue: true } }));
    expect(queues.map(([id]) => id)).toEqual([
      expect.stringMatching(/^ParcelReportsDeadLetters/),
      expect.stringMatching(/^ParcelReportsQueue/),
    ]);
  });

  it('are put there by a function that a rule invokes for nothing else', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['waypost.webhook'], 'detail-type': ['CarrierReported'] },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'waypost-prod-shipping-queue-carrier-report',
      Environment: { Variables: { QUEUE_URL: { Ref: Match.stringLikeRegexp('^ParcelReportsQueue') } } },
    });
  });
});

describe('confirmed orders and requested returns', () => {
  it('wait for a carrier that is away, for half an hour', () => {
    const waiting = template.findResources('AWS::SQS::Queue', {
      Properties: { VisibilityTimeout: 72, RedrivePolicy: Match.objectLike({ maxReceiveCount: 25 }) },
    });
    expect(Object.keys(waiting)).toEqual([
      expect.stringMatching(/^ConfirmedOrders/),
      expect.stringMatching(/^RequestedReturns/),
    ]);
  });

  it('find the real carrier by a parameter of their own', () => {
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: '/waypost/prod/shipping/carrier-url' });
  });
});
