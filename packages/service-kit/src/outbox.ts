import { type DomainEvent, EventMetadata } from '@waypost/contracts';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import type { MessageContext } from './message-context.ts';

/** The attribute in which events ride with the write that caused them. Every write sets or removes it, so that no later write sends them again. */
export const OUTBOX_ATTRIBUTE = 'outbox';

/** An entry of an outbox, ready for the bus. */
export const OutboxEntry = z.object({
  source: z.string(),
  detailType: z.string(),
  detail: z.object({ metadata: EventMetadata, data: z.unknown() }),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/**
 * The value of the outbox attribute: a JSON *string*, since stream filters match leaves only.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 *
 * @param newId gives UUIDv7s; tests pass their own.
 */
export function outbox(
  events: readonly DomainEvent[],
  { correlationId, causationId, traceparent, now }: MessageContext,
  newId: () => string = uuidv7,
): string {
  const entries: OutboxEntry[] = events.map(({ source, name, version, subject, data }) => ({
    source,
    detailType: name,
    detail: {
      metadata: {
        eventId: newId(),
        occurredAt: now,
        correlationId,
        causationId,
        schemaVersion: version,
        producer: source.replace(/^waypost\./, ''),
        subject,
        ...(traceparent && { traceparent }),
      },
      data,
    },
  }));
  return JSON.stringify(entries);
}
