import { beforeAll, describe, expect, it } from 'vitest';
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
    expect(methods.filter(([method, type]) => method !== 'HEAD' && type === 'COGNITO_USER_POOLS')).toHaveLength(7);
    expect(methods.filter(([method, type]) => method === 'POST' && type === 'NONE')).toHaveLength(11);
  });

  it('finds the intents of an order and the mails of an address by an index', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: Match.arrayWith([
        Match.objectLike({ IndexName: 'records' }),
        Match.objectLike({ IndexName: 'inbox' }),
      ]),
    });
  });

  it('grants the functions that show the records nothing but queries of the index', () => {
    expect(actionsOf('getpaymentrecords')).toEqual(['dynamodb:Query']);
  });

  it('lets who looks up an intent put none, and count faults down', () => {
    expect(actionsOf('retrievepaymentintent')).toEqual(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem']);
  });

  it('lets the page of the bank look at an intent, and only its form change it', () => {
    expect(actionsOf('showauthentication')).toEqual(['dynamodb:GetItem']);
    expect(actionsOf('answerauthentication')).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
  });

  it('lets who lists flights and hotels touch nothing, since they follow from the calendar', () => {
    for (const name of ['listflights', 'getflight', 'listhotels']) expect(actionsOf(name)).toEqual([]);
  });

  it('gives a provider function time enough to be slow', () => {
    for (const name of ['create-payment-intent', 'retrieve-payment-intent', 'capture-payment-intent']) {
      template.hasResourceProperties('AWS::Lambda::Function', {
        FunctionName: `waypost-local-sandbox-${name}`,
        Timeout: 15,
      });
    }
  });
});

describe('webhooks', () => {
  it('come from the writes that carry some', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      FilterCriteria: { Filters: [{ Pattern: Match.stringLikeRegexp('"webhooks":{"S"') }] },
    });
  });

  it('are delivered again and again while the shop is away', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 36,
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 100 }),
    });
  });

  it('are sent by who counts faults down, and delivered by who touches no table and reads the two secrets', () => {
    expect(actionsOf('sendwebhooks')).toEqual(
      expect.arrayContaining(['sqs:SendMessage', 'dynamodb:Query', 'dynamodb:UpdateItem']),
    );
    expect(actionsOf('deliverwebhook').filter((action) => action.startsWith('dynamodb:'))).toEqual([]);
    const policies = JSON.stringify(template.findResources('AWS::IAM::Policy'));
    for (const provider of ['payment', 'carrier'])
      expect(policies).toContain(`secret:waypost/local/webhook/${provider}-??????`);
  });
});

describe('the carrier', () => {
  it('waits so long between the steps of a parcel as the stage says', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'waypost-local-sandbox-book-parcel',
      Environment: { Variables: Match.objectLike({ PARCEL_STEP_SECONDS: '4', QUEUE_URL: Match.anyValue() }) },
    });
  });

  it('moves parcels by a function that looks at them and writes them, and no more', () => {
    expect(actionsOf('moveparcel').filter((action) => action.startsWith('dynamodb:'))).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ]);
    expect(actionsOf('getcarrierrecords')).toEqual(['dynamodb:Query']);
  });
});
