import type { Problem } from '@waypost/contracts';

/** Error response of the API, with its problem document (RFC 9457). */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No response: no network, or a broken connection. The request may have succeeded. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The shop could not be reached', { cause });
    this.name = 'Unreachable';
  }
}

/** Reads the problem document of a response. Without one, the problem has the response's status and correlation id. */
export function problemOf(status: number, body: unknown, correlationId: string | null): Problem {
  const document: Partial<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const errors = Array.isArray(document['errors']) ? document['errors'].filter(isFieldError) : [];
  return {
    type: text(document['type']) ?? 'about:blank',
    title:
      text(document['title']) ?? (status >= 500 ? 'Something went wrong on our side' : 'The shop rejected the request'),
    status,
    correlationId: text(document['correlationId']) ?? correlationId ?? 'unknown',
    ...(text(document['detail']) && { detail: text(document['detail']) }),
    ...(errors.length > 0 && { errors }),
  };
}

/** Error messages by field, as a JSON pointer into the request. Only the first message of a field is kept. */
export function fieldErrors(error: unknown): ReadonlyMap<string, string> {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return new Map(errors.map(({ pointer, detail }): [string, string] => [pointer, detail]).toReversed());
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof ApiProblem ? error.problem.status : undefined;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const isFieldError = (value: unknown): value is { pointer: string; detail: string } =>
  typeof value === 'object' &&
  value !== null &&
  'pointer' in value &&
  typeof value.pointer === 'string' &&
  'detail' in value &&
  typeof value.detail === 'string';
