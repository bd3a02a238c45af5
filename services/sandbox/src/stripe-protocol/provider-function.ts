import { createHash } from 'node:crypto';
import { type Clock, logger, withObservability, reasonOf, systemClock } from '@waypost/service-kit';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import type { Answered } from '../app/answer-once.ts';
import type { ProviderError } from '../domain/payments/provider-error.ts';
import { bodyOf, type GatewayEvent, headerOf, idOf, newId, queryOf } from '../gateway-event.ts';
import type { Faults } from '../ports.ts';
import { readForm } from './form.ts';
import { errorAnswer } from './objects.ts';
import { parameterError } from './parameters.ts';
import { type ProviderOperation, underFault, UNEXPECTED, wait as waitFor } from './under-fault.ts';

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
  readonly requestId: string;
  /** The bank refuses this one. */
  readonly declines: boolean;
}

interface Options {
  /** Faults that affect the operation, if any. */
  readonly faults?: Faults;
  readonly clock?: Clock;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Creates the handler of a function that behaves like the payment provider: form-encoded requests, an API key, and its
 * errors. A pending fault of the operation affects the next valid request.
 * Source: https://docs.stripe.com/api
 */
export function providerFunction<Schema extends z.ZodType>(
  operation: ProviderOperation | 'listBalanceTransactions' | 'listRefunds',
  schema: Schema,
  handle: (request: ProviderRequest<z.output<Schema>>, context: ProviderContext) => Promise<Answered>,
  { faults, clock = systemClock, wait = waitFor }: Options,
): (event: GatewayEvent) => Promise<APIGatewayProxyResult> {
  return (event) => {
    const requestId = newId('req_');
    return withObservability({ correlationId: requestId, operation }, async () => {
      try {
        const rejection = keyRejection(headerOf(event, 'authorization'));
        if (rejection) return result(requestId, errorAnswer(rejection));
        const given = readForm(event.httpMethod === 'GET' ? queryOf(event) : bodyOf(event));
        const read = schema.safeParse(given);
        if (!read.success) return result(requestId, errorAnswer(parameterError(given, read.error)));
        const request = requestOf(event, read.data);
        const answering = (declines: boolean) =>
          handle(request, { now: clock().toISOString(), newId, requestId, declines });
        const answer = await (faults && operation !== 'listBalanceTransactions' && operation !== 'listRefunds'
          ? underFault({ operation, faults, wait }, answering)
          : answering(false));
        logger.info(operation, { status: answer.status, replayed: answer.replayed });
        return result(requestId, answer);
      } catch (error) {
        logger.error('unexpected', { reason: reasonOf(error) });
        return result(requestId, errorAnswer(UNEXPECTED));
      }
    });
  };
}

function requestOf<Parameters>(event: GatewayEvent, parameters: Parameters): ProviderRequest<Parameters> {
  const form = new URLSearchParams(bodyOf(event));
  form.sort();
  const request = `${event.httpMethod} ${event.path}\n${form.toString()}`;
  return {
    id: idOf(event),
    parameters,
    idempotencyKey: headerOf(event, 'idempotency-key'),
    fingerprint: createHash('sha256').update(request).digest('base64url'),
  };
}

/** Any test key will do; a live one must never get here. */
function keyRejection(authorization: string | undefined): ProviderError | undefined {
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
