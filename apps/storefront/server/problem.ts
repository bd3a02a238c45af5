import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Problem } from '@waypost/contracts';

const titles = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  502: 'Bad gateway',
} as const;

/** Sends a problem document of the front door itself, in the form that every service uses. */
export function answerProblem(
  response: ServerResponse,
  status: keyof typeof titles,
  detail: string,
  instance?: string,
): void {
  const correlationId = randomUUID();
  const problem: Problem = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail,
    ...(instance && { instance }),
    correlationId,
  };
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'x-correlation-id': correlationId,
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(problem));
}
