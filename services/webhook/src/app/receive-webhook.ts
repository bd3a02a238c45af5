import { ProblemError, requestErrors } from '@waypost/service-kit';
import type * as z from 'zod';
import type { ProviderEvent, ReadProviderEvent } from '../domain/provider-event.ts';
import type { Enqueue, SignatureOf, SignedRequest, SigningSecrets, Webhooks } from '../ports.ts';
import { requireSignature } from './require-signature.ts';

export interface IntakePorts {
  readonly signatureOf: SignatureOf;
  readonly secrets: SigningSecrets;
  readonly webhooks: Pick<Webhooks, 'isKept'>;
  readonly enqueue: Enqueue;
  /** Counts a signature that holds with no valid secret. */
  readonly countRejected: () => void;
  /** RFC 3339. */
  readonly now: string;
}

/**
 * Parses the body of a provider's webhook to an event, with the id of its header if the provider sends the id there.
 */
export type ReadEvent = (json: unknown, idHeader: string | undefined) => z.ZodSafeParseResult<ReadProviderEvent>;

/**
 * Accepts a webhook with a valid signature, time and event, and sends it to the queue, unless the shop has no use for
 * it or has stored it. Nothing is written here: after a crash, the provider sends it again or the queue has it.
 *
 * @throws ProblemError for every other request.
 */
export async function receiveWebhook(
  ports: IntakePorts,
  readEvent: ReadEvent,
  request: SignedRequest,
): Promise<ProviderEvent & { readonly outcome: 'queued' | 'known' | 'needless' }> {
  await requireSignature(ports.signatureOf(request), ports);
  const read = readEvent(jsonOf(request.body), request.header('webhook-id'));
  if (!read.success) {
    throw new ProblemError(
      'invalid-request',
      'The signature is valid, but the body is not a valid event.',
      requestErrors(read.error),
    );
  }
  const { event, isNeeded } = read.data;
  if (!isNeeded) return { ...event, outcome: 'needless' };
  if (await ports.webhooks.isKept(event.id)) return { ...event, outcome: 'known' };
  await ports.enqueue(event);
  return { ...event, outcome: 'queued' };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    const errors = [{ pointer: '', detail: 'must be valid JSON' }];
    throw new ProblemError('invalid-request', 'The signature is valid, but the body is not valid JSON.', errors);
  }
}
