import type { Problem } from '@waypost/contracts';

/** The API refused or failed, and said why in a problem document (RFC 9457). */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No answer came: no network, or a broken connection. What was asked for may have happened. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The shop could not be reached', { cause });
    this.name = 'Unreachable';
  }
}

/** The problem that an answer speaks of; an answer that is no problem document still gives one with its status and correlation id. */
export function problemOf(status: number, body: unknown, correlationId: string | null): Problem {
  const told: Partial<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const errors = Array.isArray(told['errors']) ? told['errors'].filter(isFieldError) : [];
  return {
    type: text(told['type']) ?? 'about:blank',
    title: text(told['title']) ?? (status >= 500 ? 'Something went wrong on our side' : 'The shop refused this'),
    status,
    correlationId: text(told['correlationId']) ?? correlationId ?? 'unknown',
    ...(text(told['detail']) && { detail: text(told['detail']) }),
    ...(errors.length > 0 && { errors }),
  };
}

/** What is wrong with which field: JSON pointer into the request → words. The first word on a field stands. */
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
