import type { Problem } from '@waypost/contracts';
import type * as z from 'zod';

/** Problem types with their status and title. The `type` of a problem document is `https://waypost.example/problems/<slug>`. */
const TITLES = {
  'invalid-request': [400, 'Invalid request'],
  unauthorized: [401, 'Authentication required'],
  'signature-rejected': [401, 'Invalid signature'],
  forbidden: [403, 'Forbidden: operator role required'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'Conflict: the resource was modified'],
  'price-changed': [409, 'A price has changed'],
  'cart-full': [409, 'The cart is full'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'idempotency-key-reused': [422, 'The Idempotency-Key was used for a different request'],
  'internal-error': [500, 'Internal server error'],
  unavailable: [503, 'A partner service is unavailable'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemType = keyof typeof TITLES;

/** An error in a request: a JSON pointer (RFC 6901) into the body, or `#/query/…`, `#/path/…`, `#/headers/…`, and its reason. */
export interface RequestError {
  readonly pointer: string;
  readonly detail: string;
}

/** Thrown by use cases and handlers to respond with a problem document (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: ProblemType;
  readonly errors: readonly RequestError[];

  constructor(type: ProblemType, detail: string, errors: readonly RequestError[] = []) {
    super(detail);
    this.type = type;
    this.errors = errors;
  }
}

/** A 400 that lists every error of a request. */
export const invalidRequest = (errors: readonly RequestError[]): ProblemError =>
  new ProblemError('invalid-request', 'The request has errors: see `errors`.', errors);

/** The problem document of an error. */
export function problemOf(error: ProblemError, instance: string, correlationId: string): Problem {
  const [status, title] = TITLES[error.type];
  return {
    type: `https://waypost.example/problems/${error.type}`,
    title,
    status,
    detail: error.message,
    instance,
    correlationId,
    ...(error.errors.length > 0 && { errors: [...error.errors] }),
  };
}

/** Every issue of a schema, with JSON pointers below `root`. An unknown field has a pointer of its own. */
export function requestErrors(error: z.ZodError, root = ''): readonly RequestError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointerTo(root, [...issue.path, key]), detail: 'Unknown field' }))
      : [{ pointer: pointerTo(root, issue.path), detail: issue.message }],
  );
}

function pointerTo(root: string, path: readonly PropertyKey[]): string {
  return root + path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
