import type { Problem } from '@waypost/contracts';
import type * as z from 'zod';

/** The problem types of the shop; the `type` of a problem document is `https://waypost.example/problems/<slug>`. */
const TITLES = {
  'invalid-request': [400, 'The request is not as it should be'],
  unauthorized: [401, 'Sign in first'],
  'signature-refused': [401, 'The signature does not hold'],
  forbidden: [403, 'This is for operators'],
  'not-found': [404, 'There is no such thing'],
  conflict: [409, 'It changed meanwhile'],
  'price-changed': [409, 'A price changed since you saw it'],
  'cart-full': [409, 'The cart is full'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'Send application/json'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was used for another request'],
  'internal-error': [500, 'Something went wrong here'],
  unavailable: [503, 'Somebody who has to be asked is away'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemType = keyof typeof TITLES;

/** What is wrong in a request, where: a JSON pointer (RFC 6901) into the body, or `#/query/…`, `#/path/…`, `#/headers/…`. */
export interface RequestError {
  readonly pointer: string;
  readonly detail: string;
}

/** Thrown by use cases and handlers to answer with a problem document (RFC 9457). */
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

/** Every issue that a schema found, as JSON pointers below `root`; an unknown field is named itself, not the object that holds it. */
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
