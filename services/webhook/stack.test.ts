import { beforeAll, describe, expect, it } from 'vitest';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { WebhookStack } from './stack.ts';

let template: Template;
beforeAll(() => {
  const stage = stageFromEnvironment({ WAYPOST_STAGE: 'prod' });
  template = Template.fromStack(new WebhookStack(new App(), { stage }));
});

/** Permissions of a function's role, by the start of the role's logical id. */
function grantsOf(role: string): readonly (readonly [string, unknown])[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith(role));
  return policies.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(
      ({ Action, Resource }: { Action: string | string[]; Resource: unknown }) =>
        [Action].flat().map((action) => [action, Resource] as const),
    ),
  );
}
const actionsOf = (role: string) => grantsOf(role).map(([action]) => action);
const environmentOf = (name: string) => {
  const [found] = Object.values(
    template.findResources('AWS::Lambda::Function', { Properties: { FunctionName: `waypost-prod-webhook-${name}` } }),
  );
  return found?.['Properties'].Environment.Variables;
};

describe.each(['payment', 'carrier'] as const)('the webhooks of the %s provider', (provider) => {
  it('are signed with a secret under a name that can be found, made of what is base64 as well', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: `waypost/prod/webhook/${provider}`,
      GenerateSecretString: {
        SecretStringTemplate: '{}',
        GenerateStringKey: 'current',
        ExcludePunctuation: true,
        PasswordLength: 32,
      },
    });
  });

  it('are taken by a function that reads its own secret, looks whether one is kept, and queues', () => {
    const receive = `receive${provider}webhook`;
    expect(actionsOf(receive).toSorted()).toEqual([
      'dynamodb:GetItem',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ]);
    const { SIGNING_SECRET_ARN } = environmentOf(`receive-${provider}-webhook`);
    const [, secret] = grantsOf(receive).find(([action]) => action.startsWith('secretsmanager:')) ?? [];
    expect(secret).toEqual(SIGNING_SECRET_ARN);
  });

  it('are stored by a function that can write and not read them', () => {
    expect(actionsOf(`keep${provider}webhook`).filter((action) => action.startsWith('dynamodb:'))).toEqual([
      'dynamodb:PutItem',
    ]);
  });
});

it.each([
  ['PaymentSignatureRefused', /^Impact: orders whose payment needs authentication wait.* invalid signature/],
  ['CarrierSignatureRefused', /^Impact: parcels keep an outdated status.* invalid signature/],
])('tells whom it harms when a provider signs with another secret: %s', (MetricName, impact) => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'Waypost',
    MetricName,
    Dimensions: [{ Name: 'service', Value: environmentOf('receive-payment-webhook').POWERTOOLS_SERVICE_NAME }],
    Threshold: 3,
    Period: 3600,
    AlarmDescription: Match.stringLikeRegexp(impact.source),
    AlarmActions: Match.anyValue(),
  });
});

it('keeps the two providers apart: each has a queue and a secret of its own', () => {
  const [payment, carrier] = ['payment', 'carrier'].map((provider) => environmentOf(`receive-${provider}-webhook`));
  expect(payment.QUEUE_URL).not.toEqual(carrier.QUEUE_URL);
  expect(payment.SIGNING_SECRET_ARN).not.toEqual(carrier.SIGNING_SECRET_ARN);
});

it('asks no token of who sends webhooks, and takes no others than these', () => {
  const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
  expect(methods.map(({ Properties }) => [Properties.HttpMethod, Properties.AuthorizationType])).toEqual([
    ['POST', 'NONE'],
    ['POST', 'NONE'],
  ]);
  const paths = Object.values(template.findResources('AWS::ApiGateway::Resource'));
  expect(new Set(paths.map(({ Properties }) => Properties.PathPart))).toEqual(
    new Set(['webhooks', 'payment', 'carrier']),
  );
});

it('forgets a webhook when it can’t come again', () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  });
});

it('publishes the URL of its API, for its registration with a provider', () => {
  template.hasResourceProperties('AWS::SSM::Parameter', {
    Name: '/waypost/prod/webhook/api-url',
    Value: Match.anyValue(),
  });
});
