import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/**
 * Errors of the gateway itself as problem documents: response type, status, slug, title. Each type that can occur is listed, since a
 * template has no access to the status of the others: `$context.status` is the status of an integration's response.
 */
const RESPONSES: readonly (readonly [ResponseType, number, string, string])[] = [
  [ResponseType.UNAUTHORIZED, 401, 'unauthorized', 'Authentication required'],
  [ResponseType.EXPIRED_TOKEN, 401, 'unauthorized', 'The token has expired'],
  [ResponseType.ACCESS_DENIED, 403, 'forbidden', 'Forbidden'],
  // The gateway's response for an unknown path.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, 'not-found', 'Not found'],
  [ResponseType.RESOURCE_NOT_FOUND, 404, 'not-found', 'Not found'],
  [ResponseType.BAD_REQUEST_PARAMETERS, 400, 'invalid-request', 'A parameter or header is missing'],
  [ResponseType.BAD_REQUEST_BODY, 400, 'invalid-request', 'Invalid request body'],
  [ResponseType.REQUEST_TOO_LARGE, 413, 'too-large', 'The request is too large'],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, 415, 'unsupported-media-type', 'Unsupported media type'],
  [ResponseType.THROTTLED, 429, 'throttled', 'Too many requests'],
  [ResponseType.WAF_FILTERED, 403, 'forbidden', 'Forbidden'],
  [ResponseType.API_CONFIGURATION_ERROR, 500, 'internal-error', 'Internal server error'],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, 500, 'internal-error', 'Internal server error'],
  [ResponseType.AUTHORIZER_FAILURE, 500, 'internal-error', 'Internal server error'],
  [ResponseType.INTEGRATION_FAILURE, 504, 'internal-error', 'Internal server error'],
  [ResponseType.INTEGRATION_TIMEOUT, 504, 'internal-error', 'The request timed out'],
  [ResponseType.DEFAULT_4XX, 400, 'invalid-request', 'Invalid request'],
  // A function that failed or timed out: https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html
  [ResponseType.DEFAULT_5XX, 502, 'internal-error', 'Internal server error'],
];

/**
 * Responds with RFC 9457 problem documents also to requests that reach no function.
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
