import type * as z from 'zod';
import type { EventMetadata } from './envelope.ts';

/** An event as a use case tells it: what happened to whom. The outbox adds the rest of the envelope. */
export interface DomainEvent<Name extends string = string, Data = unknown> {
  readonly source: string;
  readonly name: Name;
  readonly version: number;
  readonly subject: string;
  readonly data: Data;
}

/** An event as it travels: the `detail` of an EventBridge event. */
export interface EventDetail<Data = unknown> {
  readonly metadata: EventMetadata;
  readonly data: Data;
}

/** The fields of an EventBridge event that the shop relies on. */
export interface BusEvent<Name extends string = string, Data = unknown> {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': Name;
  readonly time: string;
  readonly detail: EventDetail<Data>;
}

export interface EventContract<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  /** The service that tells it; with the prefix `waypost.` it is the `source` on the bus. */
  readonly owner: string;
  readonly source: string;
  readonly name: Name;
  readonly version: number;
  readonly schema: Schema;
  /** What an EventBridge rule matches; content filters are merged into `detail`. */
  readonly pattern: { readonly source: string[]; readonly detailType: [Name] };
  /** Builds the event, refusing data that the schema doesn't allow. */
  readonly build: (subject: string, data: z.input<Schema>) => DomainEvent<Name, z.output<Schema>>;
}

export type EventData<Contract> = Contract extends EventContract<string, infer Schema> ? z.output<Schema> : never;

/**
 * Defines an event that crosses a service border.
 *
 * @example
 * export const OrderConfirmed = defineEvent({ owner: 'order', name: 'OrderConfirmed', version: 1, schema: z.object({ orderId: OrderId }) });
 * OrderConfirmed.build(orderId, { orderId });
 */
export function defineEvent<const Name extends string, Schema extends z.ZodType>(definition: {
  owner: string;
  name: Name;
  version: number;
  schema: Schema;
}): EventContract<Name, Schema> {
  const { owner, name, version, schema } = definition;
  const source = `waypost.${owner}`;
  return {
    kind: 'event',
    owner,
    source,
    name,
    version,
    schema,
    pattern: { source: [source], detailType: [name] },
    build: (subject, data) => ({ source, name, version, subject, data: schema.parse(data) }),
  };
}
