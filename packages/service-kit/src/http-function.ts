import { createHash } from 'node:crypto';
import type { RouteContract } from '@waypost/contracts';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import type { TokenClaims } from './cognito-claims.ts';
import { reasonOf } from './errors.ts';
import { bearerToken, readRequest, type HttpRequest } from './http-request.ts';
import { type Clock, context, type MessageContext, systemClock } from './message-context.ts';
import { logger, withObservability } from './observability.ts';
import { ProblemError, problemOf } from './problem.ts';

/** A good answer; its status is the route's. Headers are in lower case. */
export interface Answer<Body> {
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The entry of a function behind a route of the API: it reads and validates the request by the route's schemas, answers
 * JSON with a correlation id and, for GET, an ETag; what is thrown as `ProblemError` becomes a problem document, and
 * any other error a 500 with nothing but the correlation id.
 *
 * @param claims verifies the tokens of guests, on routes that are for them too: `cognitoClaims()`.
 * @example
 * export const handler = httpFunction(GetProduct, async ({ parameters }) => ({ body: await getProduct(deps, parameters.sku) }));
 */
export function httpFunction<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Content extends z.ZodType,
>(
  route: RouteContract<Path, Query, Body, Content>,
  handle: (
    request: HttpRequest<RouteContract<Path, Query, Body, Content>>,
    context: MessageContext,
  ) => Promise<Answer<z.input<Content>>>,
  { clock = systemClock, claims }: { clock?: Clock; claims?: TokenClaims } = {},
): (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult> {
  return (event) => {
    const { requestId, path } = event.requestContext;
    const correlationId = givenCorrelationId(event) ?? requestId;
    return withObservability({ correlationId, operation: route.operationId }, async () => {
      try {
        const token = bearerToken(route, event);
        const request = readRequest(route, event, token ? await claimsOf(token, claims) : undefined);
        const { body, headers } = await handle(request, context(correlationId, requestId, clock));
        return answered(event, route, body, { 'x-correlation-id': correlationId, ...headers });
      } catch (error) {
        if (!(error instanceof ProblemError)) logger.error('unexpected', { reason: reasonOf(error) });
        const problem = problemOf(
          error instanceof ProblemError
            ? error
            : new ProblemError('internal-error', 'The error was logged. Try again later.'),
          path ?? event.path,
          correlationId,
        );
        return {
          statusCode: problem.status,
          headers: {
            'content-type': 'application/problem+json',
            'cache-control': 'no-store',
            'x-correlation-id': correlationId,
          },
          body: JSON.stringify(problem),
        };
      }
    });
  };
}

function claimsOf(token: string, claims: TokenClaims | undefined): Promise<unknown> {
  if (!claims) throw new Error('A route for guests needs a function that verifies tokens');
  return claims(token);
}

/** The caller's own correlation id, if it is one that may stand in logs. */
function givenCorrelationId({ headers }: APIGatewayProxyEvent): string | undefined {
  const given = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'x-correlation-id')?.[1];
  return given !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : undefined;
}

function answered(
  event: APIGatewayProxyEvent,
  { status: statusCode, responseContentType }: Pick<RouteContract, 'status' | 'responseContentType'>,
  content: unknown,
  headers: Readonly<Record<string, string>>,
): APIGatewayProxyResult {
  const isJson = responseContentType === 'application/json';
  const isText = !isJson && typeof content === 'string';
  const body = content === undefined ? '' : isText ? content : JSON.stringify(content);
  const common = {
    'content-type': isJson ? responseContentType : `${responseContentType}; charset=utf-8`,
    'cache-control': 'no-store',
    ...headers,
  };
  const isHead = event.httpMethod === 'HEAD';
  if (event.httpMethod !== 'GET' && !isHead) return { statusCode, headers: common, body };

  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (isKnown(event, etag)) return { statusCode: 304, headers: { ...common, etag }, body: '' };
  return { statusCode, headers: { ...common, etag }, body: isHead ? '' : body };
}

/** True if the caller has this version: its tag, a weak tag as a compressing proxy makes it, or `*` (RFC 9110, 13.1.2). */
function isKnown({ headers }: APIGatewayProxyEvent, etag: string): boolean {
  const known = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'if-none-match')?.[1] ?? '';
  return known.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
