import { createHash, randomBytes } from 'node:crypto';
import { type Clock, logger, observed, reasonOf, systemClock } from '@waypost/service-kit';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import type { Answered } from '../app/answer-once.ts';
import type { ProviderError } from '../domain/provider-error.ts';
import { readForm } from './form.ts';
import { errorAnswer } from './objects.ts';
import { parameterError } from './parameters.ts';

/** What is read of an event of the gateway. */
export type ProviderEvent = Pick<
  APIGatewayProxyEvent,
  'httpMethod' | 'path' | 'headers' | 'pathParameters' | 'body' | 'isBase64Encoded'
>;

/** A request of the provider's API whose shape is as the operation asks. */
export interface ProviderRequest<Parameters> {
  /** The `{id}` of the path; empty where there is none. */
  readonly id: string;
  readonly parameters: Parameters;
  readonly idempotencyKey: string | undefined;
  /** Equal for equal requests, whatever the order of their parameters. */
  readonly fingerprint: string;
}

export interface ProviderContext {
  readonly now: string;
  /** An id as the provider makes them: `pi_…`. */
  readonly newId: (prefix: string) => string;
}

/**
 * The entry of a function that answers as the payment provider does: form-encoded requests, an API key, its errors.
 * Source: https://docs.stripe.com/api
 */
export function providerFunction<Schema extends z.ZodType>(
  operation: string,
  schema: Schema,
  handle: (request: ProviderRequest<z.output<Schema>>, context: ProviderContext) => Promise<Answered>,
  { clock = systemClock }: { clock?: Clock } = {},
): (event: ProviderEvent) => Promise<APIGatewayProxyResult> {
  return (event) => {
    const requestId = newId('req_');
    return observed({ correlationId: requestId, operation }, async () => {
      try {
        const refusal = keyRefusal(header(event, 'authorization'));
        if (refusal) return result(requestId, errorAnswer(refusal));
        const given = readForm(bodyOf(event));
        const read = schema.safeParse(given);
        if (!read.success) return result(requestId, errorAnswer(parameterError(given, read.error)));
        const answer = await handle(requestOf(event, read.data), { now: clock().toISOString(), newId });
        logger.info(operation, { status: answer.status, replayed: answer.replayed });
        return result(requestId, answer);
      } catch (error) {
        logger.error('unexpected', { reason: reasonOf(error) });
        const unexpected = { status: 500, type: 'api_error', message: 'An unexpected error occurred.' } as const;
        return result(requestId, errorAnswer(unexpected));
      }
    });
  };
}

function requestOf<Parameters>(event: ProviderEvent, parameters: Parameters): ProviderRequest<Parameters> {
  const form = new URLSearchParams(bodyOf(event));
  form.sort();
  const request = `${event.httpMethod} ${event.path}\n${form.toString()}`;
  return {
    id: event.pathParameters?.['id'] ?? '',
    parameters,
    idempotencyKey: header(event, 'idempotency-key'),
    fingerprint: createHash('sha256').update(request).digest('base64url'),
  };
}

/** Any test key will do; a live one must never get here. */
function keyRefusal(authorization: string | undefined): ProviderError | undefined {
  const key = authorization?.match(/^Bearer (\S+)$/)?.[1];
  if (key?.startsWith('sk_test_')) return undefined;
  return {
    status: 401,
    type: 'invalid_request_error',
    message:
      key === undefined
        ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.'
        : `Invalid API Key provided: ${key.slice(0, 8)}****`,
  };
}

function result(requestId: string, { status, body, ...more }: { status: number; body: string; replayed?: boolean }) {
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json',
      'request-id': requestId,
      ...(more.replayed && { 'idempotent-replayed': 'true' }),
    },
    body,
  };
}

function bodyOf({ body, isBase64Encoded }: ProviderEvent): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
}

function header({ headers }: ProviderEvent, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function newId(prefix: string): string {
  return prefix + randomBytes(12).toString('hex');
}
