import { describe, expect, it } from 'vitest';
import { Match } from 'aws-cdk-lib/assertions';
import { ListTeas, OrderTea, PourTea, SmellTea, templateOf } from '../test/kitchen.ts';
import { local, prod, profiles } from '../test/profiles.ts';
import { grantCommand } from './commands.ts';
import { addTokenVerification, platformOf } from './platform.ts';
import { ServiceApi } from './service-api.ts';

const templateOn = (profile: typeof prod, routes = [ListTeas, OrderTea]) =>
  templateOf(profile, ({ stack, stage, define }) => {
    new ServiceApi(stack, 'Api', {
      stage,
      service: 'kitchen',
      platform: platformOf(stack, stage),
      routes: routes.map((route) => [route, define(route.operationId)] as const),
    });
  });

describe.each(profiles)('the API of a service on %s', (name, profile) => {
  const template = templateOn(profile);

  it('lets anyone call an open route, and asks for a token on the others', () => {
    template.hasResourceProperties('AWS::ApiGateway::Method', { HttpMethod: 'GET', AuthorizationType: 'NONE' });
    template.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'POST',
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: Match.anyValue(),
    });
  });

  it('refuses a call without what its path and headers need', () => {
    template.hasResourceProperties('AWS::ApiGateway::RequestValidator', { ValidateRequestParameters: true });
    template.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'POST',
      RequestParameters: { 'method.request.path.table': true, 'method.request.header.Idempotency-Key': true },
      RequestValidatorId: Match.anyValue(),
    });
  });

  it('invokes the alias live of the function of each route', () => {
    const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
    expect(new Set(methods.map(({ Properties }) => Properties.HttpMethod))).toEqual(new Set(['GET', 'HEAD', 'POST']));
    for (const { Properties } of methods) expect(JSON.stringify(Properties.Integration.Uri)).toContain('Aliaslive');
  });

  it('is throttled, measured and traced as the stage says', () => {
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      StageName: 'v1',
      TracingEnabled: profile.tracing,
      MethodSettings: Match.arrayWith([
        Match.objectLike({
          MetricsEnabled: true,
          ThrottlingRateLimit: profile.throttle.rateLimit,
          ThrottlingBurstLimit: profile.throttle.burstLimit,
        }),
      ]),
    });
  });

  it('leaves its URL for others', () => {
    template.hasResourceProperties('AWS::SSM::Parameter', { Name: `/waypost/${name}/kitchen/api-url` });
  });

  it('answers with a problem document also where no function is reached', () => {
    const responses = Object.values(template.findResources('AWS::ApiGateway::GatewayResponse'));
    expect(responses.map(({ Properties }) => Properties.ResponseType)).toEqual(
      expect.arrayContaining(['UNAUTHORIZED', 'ACCESS_DENIED', 'BAD_REQUEST_PARAMETERS', 'THROTTLED', 'DEFAULT_5XX']),
    );
    for (const { Properties } of responses) {
      const { ResponseParameters, ResponseTemplates, StatusCode } = Properties;
      expect(ResponseParameters['gatewayresponse.header.Content-Type']).toBe("'application/problem+json'");
      expect(JSON.parse(ResponseTemplates['application/json'])).toEqual({
        type: expect.stringContaining('/problems/'),
        title: expect.any(String),
        status: Number(StatusCode),
        instance: '$context.path',
        correlationId: '$context.requestId',
      });
    }
  });

  it('leaves the role for API Gateway’s logs to the platform', () => {
    template.resourceCountIs('AWS::ApiGateway::Account', 0);
  });
});

describe('access logs', () => {
  it('are written where the stage has them, without who called from where', () => {
    const [stage] = Object.values(templateOn(prod).findResources('AWS::ApiGateway::Stage'));
    const { Format } = stage?.['Properties'].AccessLogSetting ?? {};
    expect(Format).toContain('$context.status');
    expect(Format).not.toMatch(/sourceIp|identity\.user|identity\.caller/);
    const [bare] = Object.values(templateOn(local).findResources('AWS::ApiGateway::Stage'));
    expect(bare?.['Properties'].AccessLogSetting).toBeUndefined();
  });
});

describe('an API of open routes only', () => {
  it('knows nothing of identity', () => {
    const template = templateOn(local, [ListTeas]);
    template.resourceCountIs('AWS::ApiGateway::Authorizer', 0);
    expect(JSON.stringify(template.findParameters('*'))).not.toContain('identity');
  });
});

describe('a route for guests', () => {
  it('has no authorizer, because its function verifies the token', () => {
    const template = templateOf(local, ({ stack, stage, define }) => {
      const smell = define('smellTea');
      addTokenVerification(stack, stage, smell);
      new ServiceApi(stack, 'Api', {
        stage,
        service: 'kitchen',
        platform: platformOf(stack, stage),
        routes: [[SmellTea, smell]],
      });
    });
    template.hasResourceProperties('AWS::ApiGateway::Method', { HttpMethod: 'GET', AuthorizationType: 'NONE' });
    template.resourceCountIs('AWS::ApiGateway::Authorizer', 0);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ USER_POOL_ID: Match.anyValue(), USER_POOL_CLIENT_ID: Match.anyValue() }),
      },
    });
  });
});

describe('a function that asks a command', () => {
  it('may invoke the one that answers it, and knows its ARN', () => {
    const template = templateOf(local, ({ stack, stage, define }) => {
      grantCommand(stack, stage, { asks: PourTea, variable: 'POUR_TEA_ARN', handlers: [define('ask')] });
    });
    const [parameter] = Object.keys(
      template.findParameters('*', { Default: '/waypost/local/kitchen/commands/pour-tea' }),
    );
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 'lambda:InvokeFunction', Resource: { Ref: parameter } }),
        ]),
      },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ POUR_TEA_ARN: { Ref: parameter } }) },
    });
  });
});
