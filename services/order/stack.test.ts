import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { OrderStack } from './stack.ts';

let template: Template;
beforeAll(() => {
  template = Template.fromStack(new OrderStack(new App(), { stage: stageFromEnvironment({ WAYPOST_STAGE: 'prod' }) }));
});

/** The actions that the role of a function may do on tables. */
function tableActionsOf(functionName: string): unknown {
  const policies = template.findResources('AWS::IAM::Policy');
  const own = Object.entries(policies).filter(([id]) => id.startsWith(functionName.replaceAll('-', '')));
  return own
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .flatMap(({ Action }) => Action)
    .filter(
      (action: string) =>
        action.startsWith('dynamodb:') &&
        !action.includes('Stream') &&
        !action.includes('Shard') &&
        !action.includes('GetRecords'),
    )
    .toSorted((one: string, other: string) => one.localeCompare(other));
}

describe('the order stack', () => {
  it.each([
    ['place-order', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem']],
    ['get-order', ['dynamodb:GetItem']],
    ['get-cart', ['dynamodb:BatchGetItem', 'dynamodb:GetItem']],
    ['put-cart-item', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']],
    ['delete-cart-item', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem']],
    ['claim-cart', ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem']],
    ['list-orders', ['dynamodb:Query']],
    ['project-product', ['dynamodb:PutItem']],
    ['relay-outbox', []],
    ['check-order', ['dynamodb:GetItem']],
    ['assess-risk', []],
    ['await-review', ['dynamodb:GetItem', 'dynamodb:PutItem']],
    ['request-cancellation', ['dynamodb:GetItem', 'dynamodb:PutItem']],
    ['follow-order', ['dynamodb:GetItem', 'dynamodb:PutItem']],
    ['sweep-orders', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']],
  ])('lets %s do no more on its table than it does', (name, actions) => {
    expect(tableActionsOf(name)).toEqual(actions);
  });

  it.each([
    ['states:StartExecution', ['redriveorder', 'requestcancellation', 'startorderworkflow', 'sweeporders']],
    [
      'states:SendTaskSuccess',
      [
        'awaitpayment',
        'awaitreview',
        'recordauthentication',
        'redriveorder',
        'requestcancellation',
        'revieworder',
        'sweeporders',
      ],
    ],
  ])('grants %s to no function but those that need it', (action, functions) => {
    const allowed = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([, { Properties }]) =>
      Properties.PolicyDocument.Statement.some(({ Action }: { Action: string | string[] }) =>
        [Action].flat().includes(action),
      ),
    );
    expect(allowed.map(([id]) => id.replace(/Role.*/, '')).toSorted()).toEqual(functions);
  });

  it('asks shipping about confirmed orders by a workflow of its own, which asks nothing else', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'waypost-prod-order-stop-shipments',
      StateMachineType: 'EXPRESS',
    });
    const asking = Object.entries(template.findResources('AWS::IAM::Policy'))
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('"states:StartSyncExecution"'))
      .map(([id]) => id.replace(/Role.*/, ''));
    expect(asking).toEqual(expect.arrayContaining(['redriveorder', 'requestcancellation', 'sweeporders']));
  });

  it('follows parcels, payments and returns by one rule', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['waypost.shipping', 'waypost.payment'],
        'detail-type': [
          'ParcelPacked',
          'ParcelDispatched',
          'ParcelAddressProblem',
          'ParcelLost',
          'ParcelRefused',
          'ParcelDelivered',
          'PaymentSettled',
          'ReturnReceived',
          'ReturnLost',
          'PaymentRefunded',
          'ReturnRefundFailed',
        ],
      },
    });
  });

  it('sweeps pending orders every minute', () => {
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' });
  });

  it('relays only writes that left something in the outbox, from the beginning, without a limit of retries', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: -1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: {
        Filters: [{ Pattern: Match.stringLikeRegexp('"outbox":\\{"S":\\[\\{"exists":true\\}\\]\\}') }],
      },
    });
  });

  it('asks for a token on every route but those of carts, whose functions verify what guests send', () => {
    const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
    const open = methods.filter(({ Properties }) => Properties.AuthorizationType !== 'COGNITO_USER_POOLS');
    expect(new Set(open.map(({ Properties }) => Properties.HttpMethod))).toEqual(
      new Set(['DELETE', 'GET', 'HEAD', 'PUT']),
    );
    const verifying = template.findResources('AWS::Lambda::Function', {
      Properties: { Environment: { Variables: { USER_POOL_ID: Match.anyValue() } } },
    });
    expect(Object.keys(verifying).map((id) => id.replace(/Function.*/, ''))).toEqual([
      'getcart',
      'putcartitem',
      'deletecartitem',
    ]);
    expect(methods).toHaveLength(16);
  });

  it('asks for an Idempotency-Key where an order is placed', () => {
    template.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'POST',
      RequestParameters: { 'method.request.header.Idempotency-Key': true },
    });
  });

  it('keeps its orders when the stack goes, in production', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
  });
});
