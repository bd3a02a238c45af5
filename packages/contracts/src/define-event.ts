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
  /** Event pattern for an EventBridge rule. Content filters are merged into `detail`. */
  readonly pattern: { readonly source: string[]; readonly detailType: [Name] };
  /** Earlier versions that consumers still understand: events of them may lie in queues and archives for long. */
  readonly earlier: readonly EarlierVersion[];
  /** Builds the event, refusing data that the schema doesn't allow. */
  readonly build: (subject: string, data: z.input<Schema>) => DomainEvent<Name, z.output<Schema>>;
}

/** An earlier version of an event, and its data in the words of the current one. */
export interface EarlierVersion {
  readonly version: number;
  /** @throws ZodError for data that breaks the earlier version. */
  readonly upcast: (data: unknown) => unknown;
}

/** Converts an event of an earlier version to the current one. */
export const upcast = <Earlier extends z.ZodType>(
  { version, schema }: { readonly version: number; readonly schema: Earlier },
  toCurrent: (data: z.output<Earlier>) => unknown,
): EarlierVersion => ({ version, upcast: (data) => toCurrent(schema.parse(data)) });

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
  earlier?: readonly EarlierVersion[];
}): EventContract<Name, Schema> {
  const { owner, name, version, schema, earlier = [] } = definition;
  const source = `waypost.${owner}`;
  return {
    kind: 'event',
    owner,
    source,
    name,
    version,
    schema,
    earlier,
    pattern: { source: [source], detailType: [name] },
    build: (subject, data) => ({ source, name, version, subject, data: schema.parse(data) }),
  };
}
