import { Duration, RemovalPolicy, type App } from 'aws-cdk-lib';
import {
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  LambdaIntegration,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { ContractStack } from '../support/contract-stack.ts';

const TELLS_CALLER = `exports.handler = async ({ requestContext }) => ({
  statusCode: 200,
  body: JSON.stringify({ sub: requestContext.authorizer?.claims?.sub ?? null }),
});`;

const FAILS = `exports.handler = async ({ pathParameters }) => {
  if (pathParameters.how === 'thrown') throw new Error('A secret of the house');
  if (pathParameters.how === 'crashed') process.exit(1);
  if (pathParameters.how === 'late') await new Promise((resolve) => setTimeout(resolve, 5000));
  if (pathParameters.how === 'odd') return { message: 'A secret of the house' };
};`;

/** The API's own words for what it refuses or fails at. */
function addResponses(api: RestApi): void {
  for (const type of [ResponseType.UNAUTHORIZED, ResponseType.DEFAULT_5XX]) {
    api.addGatewayResponse(`Response${type.responseType}`, {
      type,
      templates: { 'application/json': '{"by":"the gateway","path":"$context.path","method":"$context.httpMethod"}' },
    });
  }
}

export function defineApi(app: App): ContractStack {
  const stack = new ContractStack(app, 'api');
  const userPool = new UserPool(stack, 'Users', {
    removalPolicy: RemovalPolicy.DESTROY,
    signInAliases: { email: true },
    signInCaseSensitive: false,
  });
  const client = userPool.addClient('Client', { authFlows: { userPassword: true } });
  stack.tell('UserPool', userPool.userPoolId);
  stack.tell('Client', client.userPoolClientId);

  const integration = new LambdaIntegration(stack.inlineFunction('Telling', TELLS_CALLER));
  const api = new RestApi(stack, 'Api', { cloudWatchRole: false, deployOptions: { stageName: 'live' } });
  const authorizer = new CognitoUserPoolsAuthorizer(stack, 'Authorizer', { cognitoUserPools: [userPool] });
  const validator = api.addRequestValidator('Validator', { validateRequestParameters: true });
  api.root
    .addResource('mine')
    .addMethod('GET', integration, { authorizer, authorizationType: AuthorizationType.COGNITO });
  api.root.addResource('flights').addMethod('GET', integration, {
    requestParameters: { 'method.request.querystring.from': true },
    requestValidator: validator,
  });
  const failing = stack.inlineFunction('Failing', FAILS, { timeout: Duration.seconds(1) });
  const hasty = new LambdaIntegration(stack.inlineFunction('Hasty', FAILS), { timeout: Duration.millis(500) });
  api.root.addResource('failing').addResource('{how}').addMethod('GET', new LambdaIntegration(failing));
  api.root.addResource('hasty').addResource('{how}').addMethod('GET', hasty);
  addResponses(api);
  stack.tell('ApiId', api.restApiId);
  stack.tell('ApiUrl', api.url);
  return stack;
}
