import type { CommandMetadata, EventMetadata } from '@waypost/contracts';

/** Context of the message or request that a use case handles. */
export interface MessageContext {
  /** One id from the shopper's click to the last mail. */
  readonly correlationId: string;
  /** The id of the message that is being handled; what it causes carries it as `causationId`. */
  readonly causationId: string;
  /** W3C Trace Context of the invocation. */
  readonly traceparent?: string;
  /** When the invocation began: RFC 3339, UTC, milliseconds. */
  readonly now: string;
}

/** Source of the current time. Tests use a fixed one. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The context of an event's consumer. */
export function contextOfEvent(metadata: EventMetadata, clock: Clock): MessageContext {
  return context(metadata.correlationId, metadata.eventId, clock, metadata.traceparent);
}

/** The context of a command. */
export function contextOfCommand(metadata: CommandMetadata, clock: Clock): MessageContext {
  return context(metadata.correlationId, metadata.causationId, clock);
}

/** A context from its parts; without a `traceparent` of its own it continues Lambda's active trace. */
export function context(
  correlationId: string,
  causationId: string,
  clock: Clock,
  traceparent = activeTraceparent(process.env['_X_AMZN_TRACE_ID']),
): MessageContext {
  const now = clock().toISOString();
  return { correlationId, causationId, now, ...(traceparent && { traceparent }) };
}

/**
 * Lambda's trace header as a W3C `traceparent`.
 * Source: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export function activeTraceparent(header: string | undefined): string | undefined {
  const root = header?.match(/Root=1-([0-9a-f]{8})-([0-9a-f]{24})/);
  const parent = header?.match(/Parent=([0-9a-f]{16})/);
  if (!root || !parent) return undefined;
  return `00-${root[1]}${root[2]}-${parent[1]}-${header?.includes('Sampled=1') ? '01' : '00'}`;
}
