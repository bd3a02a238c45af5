import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CatalogStack } from './stack.ts';

let template: Template;

beforeAll(() => {
  template = Template.fromStack(
    new CatalogStack(new App(), { stage: stageFromEnvironment({ WAYPOST_STAGE: 'prod' }) }),
  );
});

/** Permissions of a function's role, except logs and traces. */
function actionsOf(name: string): string[] {
  const id = name.replaceAll('-', '');
  return Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([logicalId]) => logicalId.startsWith(`${id}Role`))
    .flatMap(([, policy]) => policy['Properties'].PolicyDocument.Statement)
    .flatMap((statement: { Action: string | string[] }) => statement.Action);
}

describe('the catalogue', () => {
  it.each([
    ['list-products', ['dynamodb:Query']],
    ['get-product', ['dynamodb:GetItem']],
    ['put-product', ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    ['follow-availability', ['dynamodb:UpdateItem', 'sqs:SendMessage']],
    ['republish-products', ['dynamodb:UpdateItem', 'dynamodb:Query']],
  ])('lets %s do what it needs and no more', (name, actions) => {
    expect(actionsOf(name)).toEqual(actions);
  });

  it('lets anyone read, and only people with a token write', () => {
    template.resourcePropertiesCountIs('AWS::ApiGateway::Method', { HttpMethod: 'GET', AuthorizationType: 'NONE' }, 2);
    template.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'PUT',
      AuthorizationType: 'COGNITO_USER_POOLS',
    });
  });

  it('receives events about the availability of stock only', () => {
    template.resourceCountIs('AWS::Events::Rule', 1);
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['waypost.inventory'], 'detail-type': ['StockAvailabilityChanged'] },
    });
  });

  it('tells other services where to ask for products again', () => {
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/waypost/prod/catalog/commands/republish-products',
    });
  });

  it('keeps its products when the stack goes', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({ DeletionProtectionEnabled: true }),
    });
  });
});
