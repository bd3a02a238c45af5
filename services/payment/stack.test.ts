import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { PaymentStack } from './stack.ts';

let local: Template;
let prod: Template;
beforeAll(() => {
  const templateOf = (WAYPOST_STAGE: string) =>
    Template.fromStack(new PaymentStack(new App(), { stage: stageFromEnvironment({ WAYPOST_STAGE }) }));
  local = templateOf('local');
  prod = templateOf('prod');
});

const environmentOf = (template: Template, name: string) => {
  const found = template.findResources('AWS::Lambda::Function', {
    Properties: { FunctionName: Match.stringLikeRegexp(`-${name}$`) },
  });
  return Object.values(found).map(({ Properties }) => Properties.Environment.Variables);
};

const actionsOf = (name: string): readonly string[] => {
  const policies = Object.entries(local.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith(name));
  return policies.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
  );
};

describe('the provider', () => {
  it('uses the simulated provider on a stage with simulated external services, by its parameter', () => {
    expect(environmentOf(local, 'authorize-payment')).toMatchObject([
      { PROVIDER_URL_PARAMETER: '/waypost/local/sandbox/api-url' },
    ]);
  });

  it('is the real one elsewhere', () => {
    expect(environmentOf(prod, 'authorize-payment')).toMatchObject([
      { PROVIDER_URL_PARAMETER: '/waypost/prod/payment/provider-url' },
    ]);
    prod.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/waypost/prod/payment/provider-url',
      Value: 'https://api.stripe.com',
    });
  });

  it('has its key in a secret, of which functions know the name alone', () => {
    local.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { SecretStringTemplate: '{"prefix":"sk_test_"}', GenerateStringKey: 'key' },
    });
    for (const variables of ['authorize-payment', 'capture-payment', 'reverse-payment', 'refund-return'].flatMap(
      (name) => environmentOf(local, name),
    )) {
      expect(variables.PROVIDER_KEY_SECRET).toEqual({ Ref: expect.stringMatching(/^ProviderKey/) });
      expect(JSON.stringify(variables)).not.toContain('sk_');
    }
  });
});

describe('grants', () => {
  it.each(['authorizepayment', 'capturepayment', 'reversepayment'])(
    '%s reads and puts payments and knows the provider',
    (name) => {
      expect([...new Set(actionsOf(name))].toSorted()).toEqual([
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'secretsmanager:GetSecretValue',
        'ssm:GetParameter',
      ]);
    },
  );

  it('refundreturn does too, by what its queue brings', () => {
    expect([...new Set(actionsOf('refundreturn'))].toSorted()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'secretsmanager:GetSecretValue',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
      'ssm:GetParameter',
    ]);
  });

  it.each(['recordauthentication', 'recordsettlement'])('lets %s touch payments and nothing else', (name) => {
    expect(actionsOf(name)).toEqual(expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:PutItem']));
    expect(actionsOf(name)).not.toContain('secretsmanager:GetSecretValue');
  });

  it('lets the API read payments and nothing else', () => {
    expect(actionsOf('getpayment')).toEqual(['dynamodb:GetItem']);
  });
});

describe('other services', () => {
  it.each(['authorize-payment', 'capture-payment', 'reverse-payment'])('find the command %s', (name) => {
    local.hasResourceProperties('AWS::SSM::Parameter', { Name: `/waypost/local/payment/commands/${name}` });
  });

  it('retries captures and refunds for long while the bus is unavailable', () => {
    local.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      MaximumRetryAttempts: -1,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});
