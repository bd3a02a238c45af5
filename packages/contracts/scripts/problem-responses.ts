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
      errors: [{ pointer: '/lines/0/quantity', detail: 'must be a whole number from 1 to 99' }],
    }),
  };
  return { id, description: title, content: { 'application/problem+json': { schema: Problem, example } } };
}

const INVALID = problem('InvalidRequest', 400, 'invalid-request', 'Invalid request');
const UNAUTHORIZED = problem('Unauthorized', 401, 'unauthorized', 'Authentication required');
const UNVERIFIED = problem('SignatureRefused', 401, 'signature-rejected', 'Invalid signature');
const FORBIDDEN = problem('Forbidden', 403, 'forbidden', 'Forbidden: operator role required');
const NOT_FOUND = problem('NotFound', 404, 'not-found', 'Not found');
const CONFLICT = problem('Conflict', 409, 'conflict', 'Conflict: the resource was modified');
const TOO_LARGE = problem('TooLarge', 413, 'too-large', 'The request is too large');
const UNSUPPORTED = problem('UnsupportedMediaType', 415, 'unsupported-media-type', 'Unsupported media type');
const KEY_REUSED = problem(
  'IdempotencyKeyReused',
  422,
  'idempotency-key-reused',
  'The Idempotency-Key was used for a different request',
);
const THROTTLED = problem('TooManyRequests', 429, 'throttled', 'Too many requests');
const FAILED = problem('InternalError', 500, 'internal-error', 'Internal server error');

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
