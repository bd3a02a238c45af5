import { IdempotencyKey, type RouteContract, ShopperId } from '@waypost/contracts';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { invalidRequest, ProblemError, type RequestError, requestErrors } from './problem.ts';

/** The largest body that the API takes. */
const MAX_BODY_BYTES = 256 * 1024;

/** A request that is as its route says. */
export interface HttpRequest<Route extends RouteContract> {
  readonly parameters: z.output<Route['parameters']>;
  readonly query: z.output<Route['query']>;
  readonly body: z.output<Route['body']>;
  /** A header of the request, by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  /** The signed-in shopper; empty on open routes, and for guests. */
  readonly shopperId: ShopperId;
  /** Mail address of the shopper, from the ID token; empty without one. */
  readonly email: string;
  /** Present on routes that are `idempotent`, else empty. */
  readonly idempotencyKey: string;
}

const Claims = z.object({
  sub: ShopperId,
  email: z.string().default(''),
  // API Gateway gives a list as one string.
  'cognito:groups': z.union([z.string(), z.array(z.string())]).default([]),
});

/**
 * Reads and validates all of a request at once, so that the caller learns everything that is wrong in one answer.
 *
 * @param guest the verified claims of a guest, if one sent a token.
 */
export function readRequest<Route extends RouteContract>(
  route: Route,
  event: APIGatewayProxyEvent,
  guest?: unknown,
): HttpRequest<Route> {
  const caller = callerOf(route, route.access === 'guest' ? guest : event.requestContext.authorizer?.['claims']);
  const errors: RequestError[] = [];
  const read = <Schema extends z.ZodType>(schema: Schema, value: unknown, root: string): z.output<Schema> => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    errors.push(...requestErrors(result.error, root));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- never handed out: an error was noted, which is thrown below
    return undefined as z.output<Schema>;
  };

  const parameters = read(route.parameters, decoded(event.pathParameters), '#/path');
  errors.push(...repeatedParameters(event));
  const query = read(route.query, event.queryStringParameters ?? {}, '#/query');
  const idempotencyKey = route.idempotent
    ? read(IdempotencyKey, headerOf(event, 'idempotency-key'), '#/headers/idempotency-key')
    : '';
  const body = read(route.body, route.rawBody ? textOf(event) : jsonOf(event), '');
  if (errors.length > 0) throw invalidRequest(errors);
  const header = (name: string) => headerOf(event, name);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the route's own schemas gave these, which the compiler can't follow through the generic
  return { parameters, query, body, header, idempotencyKey, ...caller } as HttpRequest<Route>;
}

/** The token that a guest sent; it says nothing until it is verified. */
export function bearerToken(route: RouteContract, event: APIGatewayProxyEvent): string | undefined {
  if (route.access !== 'guest') return undefined;
  return headerOf(event, 'authorization')?.replace(/^Bearer /i, '');
}

function callerOf(route: RouteContract, given: unknown) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a caller without an identity
  const anonymous = { shopperId: '' as ShopperId, email: '' };
  if (route.access === 'open' || (route.access === 'guest' && given === undefined)) return anonymous;
  const claims = Claims.safeParse(given);
  if (!claims.success) throw new ProblemError('unauthorized', 'The token has no subject.');
  const { sub: shopperId, email, 'cognito:groups': groups } = claims.data;
  const isOperator = (typeof groups === 'string' ? groups.split(/[\s,[\]]+/) : groups).includes('operator');
  if (route.access === 'operator' && !isOperator)
    throw new ProblemError('forbidden', 'The caller is not a member of the `operator` group.');
  return { shopperId, email };
}

/** A repeated query parameter has no single value: API Gateway would pass on the last one. */
function repeatedParameters({ multiValueQueryStringParameters: all }: APIGatewayProxyEvent): readonly RequestError[] {
  return Object.entries(all ?? {})
    .filter(([, values]) => (values?.length ?? 0) > 1)
    .map(([name]) => ({ pointer: `#/query/${name}`, detail: 'must not be repeated' }));
}

/** The body as it came, byte for byte; empty where there is none. */
function textOf({ body, isBase64Encoded }: APIGatewayProxyEvent): string {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > MAX_BODY_BYTES)
    throw new ProblemError('too-large', `The body must have at most ${MAX_BODY_BYTES} bytes.`);
  return isBase64Encoded ? bytes.toString('utf8') : (body ?? '');
}

function jsonOf(event: APIGatewayProxyEvent): unknown {
  const text = textOf(event);
  if (text === '') return undefined;
  const mediaType = headerOf(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new ProblemError(
      'unsupported-media-type',
      `The body must be application/json, not ${mediaType ?? 'without a content type'}.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-request', 'The body must be valid JSON.', [
      { pointer: '', detail: 'must be valid JSON' },
    ]);
  }
}

function headerOf(event: APIGatewayProxyEvent, name: string): string | undefined {
  return Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function decoded(parameters: APIGatewayProxyEvent['pathParameters']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, value]) => [name, value === undefined ? value : decode(value)]),
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
