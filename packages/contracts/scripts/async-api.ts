import { everyEvent, nameOf } from '@waypost/contracts/catalogue';
import type { EventContract } from '@waypost/contracts';
import { sampleOf } from '@waypost/contracts/sample';
import { EventMetadata } from '@waypost/contracts';
import { eventSchema } from './message-schemas.ts';
import { summaryOf } from './summaries.ts';

/** Names in a document's maps may not hold slashes. */
const keyOf = (event: EventContract): string => nameOf(event).replace('/', '.');

/** The AsyncAPI 3 document of every event on the bus, output by whom. */
export function asyncApi(summaries: ReadonlyMap<string, string>): object {
  const producers = Object.groupBy(everyEvent, ({ owner }) => owner);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Waypost events',
      version: '1.0.0',
      description:
        'Generated from `packages/contracts`. Every event is the `detail` of an Amazon EventBridge event on the bus of a stage; rules match `source` and `detail-type`.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    channels: {
      bus: {
        address: 'waypost-{stage}',
        parameters: { stage: { description: 'local, sandbox, staging or prod' } },
        messages: mapOf(everyEvent, (event) => ({ $ref: `#/components/messages/${keyOf(event)}` })),
      },
    },
    operations: Object.fromEntries(
      Object.entries(producers).map(([owner, events = []]) => [
        `${owner}Tells`,
        {
          action: 'send',
          channel: { $ref: '#/channels/bus' },
          summary: `What the ${owner} service tells`,
          messages: events.map((event) => ({ $ref: `#/channels/bus/messages/${keyOf(event)}` })),
        },
      ]),
    ),
    components: { messages: mapOf(everyEvent, (event) => messageOf(event, summaryOf(summaries, event))) },
  };
}

const mapOf = <Value>(events: readonly EventContract[], valueOf: (event: EventContract) => Value) =>
  Object.fromEntries(events.map((event) => [keyOf(event), valueOf(event)]));

function messageOf(event: EventContract, summary: string): object {
  const { $schema: _, ...payload } = eventSchema(event, summary);
  return {
    name: event.name,
    title: `${event.name} v${event.version}`,
    summary,
    headers: {
      type: 'object',
      properties: { source: { const: event.source }, 'detail-type': { const: event.name } },
      required: ['source', 'detail-type'],
    },
    payload,
    examples: [{ name: event.name, payload: { metadata: sampleMetadata(event), data: sampleOf(event.schema) } }],
  };
}

const sampleMetadata = ({ version, owner }: EventContract) => ({
  ...EventMetadata.parse(sampleOf(EventMetadata)),
  schemaVersion: version,
  producer: owner,
});
