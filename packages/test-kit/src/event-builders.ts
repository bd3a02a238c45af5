import { createHash } from 'node:crypto';
import {
  type BusEvent,
  type CommandContract,
  type CommandPayload,
  type EventContract,
  EventMetadata,
} from '@waypost/contracts';
import { sampleOf } from '@waypost/contracts/sample';
import type * as z from 'zod';

const OCCURRED_AT = '2026-05-04T09:30:00.000Z';

export interface EventOverrides<Schema extends z.ZodType> {
  readonly data?: Partial<z.input<Schema>>;
  readonly metadata?: Partial<EventMetadata>;
}

/**
 * An event as it travels, valid from the first line on: a test names only the fields that it cares about. The same
 * fields give the same event, with the same `eventId`, as a redelivery would; others give another.
 *
 * @throws ZodError when the data isn't valid.
 * @example
 * busEvent(OrderPlaced, { data: { orderId: orderIdOf(7) }, metadata: { correlationId: 'click-1' } });
 */
export function busEvent<Name extends string, Schema extends z.ZodType>(
  contract: EventContract<Name, Schema>,
  { data: fields, metadata: more = {} }: EventOverrides<Schema> = {},
): BusEvent<Name, z.output<Schema>> {
  const data = contract.schema.parse(Object.assign({}, sampleOf(contract.schema), fields));
  const { subject = subjectOf(data), occurredAt = OCCURRED_AT } = more;
  const metadata = EventMetadata.parse({
    eventId: eventIdOf(occurredAt, [contract.name, contract.version, subject, data]),
    occurredAt,
    correlationId: 'correlation-1',
    causationId: 'request-1',
    schemaVersion: contract.version,
    producer: contract.owner,
    subject,
    ...more,
  });
  return {
    id: metadata.eventId,
    source: contract.source,
    'detail-type': contract.name,
    time: metadata.occurredAt,
    detail: { metadata, data },
  };
}

/** A command as it travels, with fields of the request that a test cares about. */
export function commandPayload<Request extends z.ZodType>(
  contract: CommandContract<Request>,
  fields?: Partial<z.input<Request>>,
): CommandPayload<z.output<Request>> {
  return {
    metadata: { correlationId: 'correlation-1', causationId: 'request-1' },
    data: contract.request.parse(Object.assign({}, sampleOf(contract.request), fields)),
  };
}

/** By the shop's custom, data begins with the id of what changed. */
function subjectOf(data: unknown): string {
  const [first] = Object.values(Object.assign({}, data));
  return typeof first === 'string' ? first : 'subject-1';
}

/** A UUIDv7 of that moment whose random part is a hash. */
function eventIdOf(occurredAt: string, content: unknown): string {
  const time = Date.parse(occurredAt).toString(16).padStart(12, '0');
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
