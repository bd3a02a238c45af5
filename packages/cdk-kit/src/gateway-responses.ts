import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/**
 * The gateway's own refusals, in the words of the shop's problem documents: type, status, slug, title. Each type that the shop can
 * meet is named, since a template doesn't learn the status of those that are not: `$context.status` is that of an integration's
 * answer, and here there is none.
 */
const RESPONSES: readonly (readonly [ResponseType, number, string, string])[] = [
  [ResponseType.UNAUTHORIZED, 401, 'unauthorized', 'Sign in first'],
  [ResponseType.EXPIRED_TOKEN, 401, 'unauthorized', 'Your session ended; sign in again'],
  [ResponseType.ACCESS_DENIED, 403, 'forbidden', 'This is not for you'],
  // What the gateway says for a path that it doesn't have.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, 'not-found', 'There is no such thing'],
  [ResponseType.RESOURCE_NOT_FOUND, 404, 'not-found', 'There is no such thing'],
  [ResponseType.BAD_REQUEST_PARAMETERS, 400, 'invalid-request', 'A parameter or header is missing'],
  [ResponseType.BAD_REQUEST_BODY, 400, 'invalid-request', 'The body is not as it should be'],
  [ResponseType.REQUEST_TOO_LARGE, 413, 'too-large', 'The request is too large'],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, 415, 'unsupported-media-type', 'Send application/json'],
  [ResponseType.THROTTLED, 429, 'throttled', 'Too many requests; try again in a moment'],
  [ResponseType.WAF_FILTERED, 403, 'forbidden', 'This is not for you'],
  [ResponseType.API_CONFIGURATION_ERROR, 500, 'internal-error', 'Something went wrong here'],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, 500, 'internal-error', 'Something went wrong here'],
  [ResponseType.AUTHORIZER_FAILURE, 500, 'internal-error', 'Something went wrong here'],
  [ResponseType.INTEGRATION_FAILURE, 504, 'internal-error', 'Something went wrong here'],
  [ResponseType.INTEGRATION_TIMEOUT, 504, 'internal-error', 'This took too long'],
  [ResponseType.DEFAULT_4XX, 400, 'invalid-request', 'The request was refused'],
  // A function that failed or timed out: https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html
  [ResponseType.DEFAULT_5XX, 502, 'internal-error', 'Something went wrong here'],
];

/**
 * Answers as RFC 9457 problem documents also where no function is reached.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function addProblemResponses(api: RestApi): void {
  for (const [type, status, slug, title] of RESPONSES) {
    const problem = {
      type: `https://waypost.example/problems/${slug}`,
      title,
      status,
      instance: '$context.path',
      correlationId: '$context.requestId',
    };
    api.addGatewayResponse(`Problem-${type.responseType}`, {
      type,
      statusCode: String(status),
      responseHeaders: {
        'Content-Type': "'application/problem+json'",
        'x-correlation-id': 'context.requestId',
      },
      templates: { 'application/json': JSON.stringify(problem) },
    });
  }
}
