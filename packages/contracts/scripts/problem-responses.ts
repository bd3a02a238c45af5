import { Problem, type RouteContract } from '@waypost/contracts';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { takesBody } from './message-schemas.ts';

function problem(id: string, status: number, type: string, title: string): ZodOpenApiResponseObject {
  const example = {
    type: `https://waypost.example/problems/${type}`,
    title,
    status,
    instance: '/orders',
    correlationId: '019df252-b5c0-7000-8000-00000000000c',
    ...(status === 400 && {
      errors: [{ pointer: '/lines/0/quantity', detail: 'Too big: expected number to be <=99' }],
    }),
  };
  return { id, description: title, content: { 'application/problem+json': { schema: Problem, example } } };
}

const INVALID = problem('InvalidRequest', 400, 'invalid-request', 'The request is not as it should be');
const UNAUTHORIZED = problem('Unauthorized', 401, 'unauthorized', 'Sign in first');
const UNVERIFIED = problem('SignatureRefused', 401, 'signature-refused', 'The signature does not hold');
const FORBIDDEN = problem('Forbidden', 403, 'forbidden', 'This is for operators');
const NOT_FOUND = problem('NotFound', 404, 'not-found', 'There is no such thing');
const CONFLICT = problem('Conflict', 409, 'conflict', 'It changed meanwhile');
const TOO_LARGE = problem('TooLarge', 413, 'too-large', 'The request is too large');
const UNSUPPORTED = problem('UnsupportedMediaType', 415, 'unsupported-media-type', 'Send application/json');
const KEY_REUSED = problem(
  'IdempotencyKeyReused',
  422,
  'idempotency-key-reused',
  'This Idempotency-Key was used for another request',
);
const THROTTLED = problem('TooManyRequests', 429, 'too-many-requests', 'Too many requests at once');
const FAILED = problem('InternalError', 500, 'internal-error', 'Something went wrong here');

/** The problem documents that a route may answer with, by status. */
export function problemsOf(route: RouteContract): Record<`${4 | 5}${string}`, ZodOpenApiResponseObject> {
  return {
    '400': INVALID,
    ...(route.access !== 'open' && { '401': UNAUTHORIZED }),
    ...(route.access === 'operator' && { '403': FORBIDDEN }),
    ...(route.path.includes('{') && { '404': NOT_FOUND }),
    ...(route.rawBody && { '401': UNVERIFIED }),
    ...(route.conflicts && { '409': CONFLICT }),
    ...(takesBody(route) && { '413': TOO_LARGE }),
    ...(takesBody(route) && !route.rawBody && { '415': UNSUPPORTED }),
    ...(route.idempotent && { '422': KEY_REUSED }),
    '429': THROTTLED,
    '500': FAILED,
  };
}
