import * as z from 'zod';

/** RFC 3339 in UTC with milliseconds, e.g. `2026-05-04T09:30:00.000Z`. */
export const Timestamp = z.iso.datetime({ precision: 3 }).meta({ examples: ['2026-05-04T09:30:00.000Z'] });

const CorrelationId = z
  .string()
  .min(1)
  .max(128)
  .meta({ examples: ['019df252-b5c0-7000-8000-00000000000c'] });
const CausationId = z
  .string()
  .min(1)
  .max(128)
  .meta({ examples: ['019df252-b5c0-7000-8000-00000000000a'] });

/**
 * Metadata of every event. The version is here and not in `detail-type`: rules match the type, so a consumer receives
 * versions that it doesn't know, and sends them to its dead-letter queue.
 */
export const EventMetadata = z.object({
  /** UUIDv7, the same on every redelivery and replay. */
  eventId: z.uuidv7().meta({ examples: ['019df252-b5c0-7000-8000-000000000001'] }),
  occurredAt: Timestamp,
  /** One id from the shopper's click to the last mail. */
  correlationId: CorrelationId,
  /** The id of the message or request that caused this event. */
  causationId: CausationId,
  schemaVersion: z.int().positive(),
  /** The service that told it. */
  producer: z
    .string()
    .min(1)
    .meta({ examples: ['order'] }),
  /** The id of the aggregate that changed. */
  subject: z
    .string()
    .min(1)
    .meta({ examples: ['ord_00000000000000000000000000000001'] }),
  /** W3C Trace Context, https://www.w3.org/TR/trace-context/. */
  traceparent: z.string().optional(),
});
export type EventMetadata = z.infer<typeof EventMetadata>;

/** Metadata of every command. */
export const CommandMetadata = z.object({
  correlationId: CorrelationId,
  causationId: CausationId,
});
export type CommandMetadata = z.infer<typeof CommandMetadata>;
