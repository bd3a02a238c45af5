import { beforeAll, describe, expect, it } from '@jest/globals';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { SandboxStack } from './stack.ts';

let template: Template;
beforeAll(() => {
  template = Template.fromStack(new SandboxStack(new App(), { stage: stageFromEnvironment({}) }));
});

const actionsOf = (name: string): readonly string[] => {
  const roles = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith(name));
  return roles.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
  );
};

describe('the sandbox', () => {
  it('asks no token of the payment provider, which has keys of its own, and one of operators', () => {
    const methods = Object.values(template.findResources('AWS::ApiGateway::Method')).map(({ Properties }) => [
      Properties.HttpMethod,
      Properties.AuthorizationType,
    ]);
    expect(methods.filter(([, type]) => type === 'COGNITO_USER_POOLS')).toHaveLength(2);
    expect(methods.filter(([method, type]) => method === 'POST' && type === 'NONE')).toHaveLength(5);
  });

  it('finds the intents of an order and the mails of an address by an index', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: Match.arrayWith([
        Match.objectLike({ IndexName: 'books' }),
        Match.objectLike({ IndexName: 'inbox' }),
      ]),
    });
  });

  it('lets who shows the books read nothing but the index', () => {
    expect(actionsOf('getpaymentbooks')).toEqual(['dynamodb:Query']);
  });

  it('lets who looks up an intent change none', () => {
    expect(actionsOf('retrievepaymentintent')).toEqual(['dynamodb:GetItem']);
  });
});
