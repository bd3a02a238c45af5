import type { RouteContract } from '@waypost/contracts';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type MethodOptions,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addProblemResponses } from './gateway-responses.ts';
import { publishParameter } from './parameters.ts';
import type { Platform } from './platform.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

export interface ServiceApiProps {
  readonly stage: StageProfile;
  readonly service: string;
  readonly platform: Platform;
  /** Each route of the service with the function that answers it. */
  readonly routes: readonly (readonly [RouteContract, ServiceFunction])[];
}

const STAGE_NAME = 'v1';

/**
 * A service's REST API. The gateway checks tokens, parameters and headers, the functions all else from the same schemas;
 * the gateway's own rejections are problem documents too. Its URL is left under `/waypost/<stage>/<service>/api-url`.
 */
export class ServiceApi extends Construct {
  constructor(scope: Construct, id: string, { stage, service, platform, routes }: ServiceApiProps) {
    super(scope, id);
    const api = new RestApi(this, 'Api', {
      restApiName: `waypost-${stage.name}-${service}`,
      endpointTypes: [EndpointType.REGIONAL],
      // The role that lets API Gateway write logs is one for the account, and the platform's.
      cloudWatchRole: false,
      deployOptions: {
        stageName: STAGE_NAME,
        metricsEnabled: true,
        tracingEnabled: stage.tracing,
        throttlingRateLimit: stage.throttle.rateLimit,
        throttlingBurstLimit: stage.throttle.burstLimit,
        ...(stage.accessLogs && { ...accessLogs(this, stage), loggingLevel: MethodLoggingLevel.ERROR }),
      },
    });
    if (stage.accessLogs) keepGatewayLogs(api, stage);
    addProblemResponses(api);
    const requestValidator = api.addRequestValidator('Parameters', { validateRequestParameters: true });
    const protectedRoutes = routes.some(([route]) => needsToken(route));
    const authorizer = protectedRoutes
      ? new CognitoUserPoolsAuthorizer(this, 'Authorizer', { cognitoUserPools: [platform.userPool] })
      : undefined;

    for (const [route, handler] of routes) {
      const options: MethodOptions = {
        requestValidator,
        requestParameters: requestParametersOf(route),
        ...(needsToken(route) && authorizer
          ? { authorizer, authorizationType: AuthorizationType.COGNITO }
          : { authorizationType: AuthorizationType.NONE }),
      };
      const resource = api.root.resourceForPath(route.path);
      // Clients and caches may send HEAD wherever they may send GET (RFC 9110, 9.3.2).
      for (const method of route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])
        resource.addMethod(method, new LambdaIntegration(handler.live, { allowTestInvoke: false }), options);
    }
    const { region } = Stack.of(this);
    const value = stage.apiUrl({ restApiId: api.restApiId, region, stageName: STAGE_NAME });
    publishParameter(this, { stage, owner: service, name: 'api-url', value });
  }
}

/** The function verifies a guest's token: an authorizer rejects requests without one. */
const needsToken = ({ access }: RouteContract): boolean => access !== 'open' && access !== 'guest';

function requestParametersOf({ path, idempotent }: RouteContract): Record<string, boolean> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [`method.request.path.${name}`, true]);
  return Object.fromEntries(idempotent ? [...names, ['method.request.header.Idempotency-Key', true]] : names);
}

function accessLogs(scope: Construct, stage: StageProfile) {
  const logGroup = new LogGroup(scope, 'AccessLogs', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return {
    accessLogDestination: new LogGroupLogDestination(logGroup),
    accessLogFormat: AccessLogFormat.jsonWithStandardFields({
      caller: false,
      user: false,
      ip: false,
      httpMethod: true,
      protocol: false,
      requestTime: true,
      resourcePath: true,
      responseLength: true,
      status: true,
    }),
  };
}

/**
 * Creates the log group of the gateway's own errors, for example of missing permissions, before the deployed stage. API
 * Gateway would create it otherwise, without a retention period.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
function keepGatewayLogs(api: RestApi, stage: StageProfile): void {
  const logGroup = new LogGroup(api, 'GatewayLogs', {
    logGroupName: `API-Gateway-Execution-Logs_${api.restApiId}/${STAGE_NAME}`,
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  api.deploymentStage.node.addDependency(logGroup);
}
