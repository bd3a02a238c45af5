import { transactionsOf } from '../domain/payments/balance-transaction.ts';
import type { Decision, PaymentIntent } from '../domain/payments/payment-intent.ts';
import type { ProviderError } from '../domain/payments/provider-error.ts';
import type { Answer, PaymentRecords } from '../ports.ts';
import { answerOf, errorAnswer } from '../stripe-protocol/objects.ts';
import { webhooksOf } from '../stripe-protocol/webhooks.ts';

/** A request that may come again. */
export interface RepeatableRequest {
  readonly idempotencyKey: string | undefined;
  readonly fingerprint: string;
  /** The intent that it is about; none for one that creates it. */
  readonly intentId?: string;
}

export interface Answered extends Answer {
  readonly replayed: boolean;
}

interface Ports {
  readonly records: PaymentRecords;
  readonly now: string;
  readonly newId: (prefix: string) => string;
  /** The request that asks; none if the shopper does, on the bank's page. */
  readonly requestId: string | null;
}

/** Maximum number of decisions, if the intent changes concurrently. */
const TRIES = 5;

const reused = (key: string): ProviderError => ({
  status: 400,
  type: 'idempotency_error',
  message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
});

const contended: ProviderError = {
  status: 409,
  type: 'invalid_request_error',
  code: 'lock_timeout',
  message: 'This object cannot be accessed right now because another API request is currently accessing it.',
};

/**
 * Decides a request and stores the changed intent with the response and the webhooks in one write. The same request
 * with the same key gets the same response; a concurrent request decides on the new state.
 */
export async function answerOnce(
  { records, now, newId, requestId }: Ports,
  { idempotencyKey: key, fingerprint, intentId }: RepeatableRequest,
  decide: (intent: PaymentIntent | undefined) => Decision,
): Promise<Answered> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const earlier = key === undefined ? undefined : await records.answerTo(key);
    if (earlier) {
      return earlier.fingerprint === fingerprint
        ? { status: earlier.status, body: earlier.body, replayed: true }
        : { ...errorAnswer(reused(earlier.key)), replayed: false };
    }
    const found = intentId === undefined ? undefined : await records.intentOf(intentId);
    const decision = decide(found?.intent);
    const answer = answerOf(decision);
    const { intent } = decision;
    const kept = await records.keep({
      intent,
      version: found?.version ?? 0,
      webhooks: intent ? webhooksOf(found?.intent, intent, { now, newId, requestId, idempotencyKey: key }) : [],
      transactions: intent ? transactionsOf(found?.intent, intent, now) : [],
      answer: key === undefined ? undefined : { key, fingerprint, ...answer },
      now,
    });
    if (kept === 'kept') return { ...answer, replayed: false };
  }
  return { ...errorAnswer(contended), replayed: false };
}
