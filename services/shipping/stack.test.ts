import { beforeAll, describe, expect, it } from '@jest/globals';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ShippingStack } from './stack.ts';

let template: Template;

beforeAll(() => {
  const stage = stageFromEnvironment({ WAYPOST_STAGE: 'prod' });
  template = Template.fromStack(new ShippingStack(new App(), { stage }));
});

/** What a function's role may do with tables, by the start of the role's logical id. */
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
  ])('%s may do with the table what it calls, and nothing more', (role, actions) => {
    expect(tableActionsOf(role)).toEqual(actions);
  });
});

it('shows shipments to signed-in shoppers only', () => {
  const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
  expect(methods.map(({ Properties }) => [Properties.HttpMethod, Properties.AuthorizationType])).toEqual([
    ['GET', 'COGNITO_USER_POOLS'],
  ]);
});

it('leaves the commands where workflows look for them', () => {
  for (const command of ['quote-shipping', 'arrange-shipment', 'cancel-shipments']) {
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: `/waypost/prod/shipping/commands/${command}` });
  }
});

it('keeps shipments when the stack goes, in production', () => {
  template.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' });
});
