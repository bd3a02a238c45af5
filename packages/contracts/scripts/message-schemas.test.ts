import { describe, expect, it } from 'vitest';
import { EventMetadata, type EventContract } from '@waypost/contracts';
import { everyCommand, everyEvent, everyRoute, nameOf } from '@waypost/contracts/catalogue';
import { sampleOf } from '@waypost/contracts/sample';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { commandSchemas, eventSchema, gatewaySchema, registrySchema, takesBody } from './message-schemas.ts';

const readers = new Ajv2020({ strict: true });
addFormats.default(readers);
const gateway = new AjvDraft04.default({ strict: true });
addFormats.default(gateway);

const detailOf = ({ owner, version, schema }: EventContract) => ({
  metadata: { ...EventMetadata.parse(sampleOf(EventMetadata)), producer: owner, schemaVersion: version },
  data: sampleOf(schema),
});

describe.each(everyEvent.map((event) => [nameOf(event), event] as const))('the schemas of %s', (_, event) => {
  const takes = readers.compile(eventSchema(event, 'summary'));

  it('take its detail', () => {
    expect(takes(detailOf(event))).toBe(true);
  });

  it('take fields that a later version of the producer adds', () => {
    const { metadata, data } = detailOf(event);
    expect(takes({ metadata, data: { ...Object(data), later: true } })).toBe(true);
  });

  it('refuse another version and missing data', () => {
    const { metadata, data } = detailOf(event);
    expect(takes({ metadata: { ...metadata, schemaVersion: event.version + 1 }, data })).toBe(false);
    expect(takes({ metadata, data: {} })).toBe(false);
  });

  it('take the whole event in the registry', () => {
    const whole = { id: '1', source: event.source, 'detail-type': event.name, time: '2026-05-04T09:30:00Z' };
    const inRegistry = gateway.compile(registrySchema(event, 'summary'));
    expect(inRegistry({ ...whole, detail: detailOf(event) })).toBe(true);
    expect(inRegistry({ ...whole, source: 'aws.ec2', detail: detailOf(event) })).toBe(false);
  });
});

describe.each(everyCommand.map((command) => [nameOf(command), command] as const))('the schemas of %s', (_, command) => {
  it('take a request and a result, and no other outcome', () => {
    const schemas = commandSchemas(command, 'summary');
    expect(readers.validate(schemas.request, sampleOf(command.request))).toBe(true);
    expect(readers.validate(schemas.result, sampleOf(command.result))).toBe(true);
    expect(readers.validate(schemas.result, { outcome: 'perhaps' })).toBe(false);
  });
});

describe.each(everyRoute.filter(takesBody).map((route) => [nameOf(route), route] as const))(
  'the model of %s',
  (_, route) => {
    it('takes its body and refuses unknown fields, as the handler does', () => {
      const takes = gateway.compile(gatewaySchema(route));
      const body = sampleOf(route.body);
      expect(takes(body)).toBe(true);
      expect(takes({ ...Object(body), unknown: 1 })).toBe(
        route.body.safeParse({ ...Object(body), unknown: 1 }).success,
      );
      expect(JSON.stringify(gatewaySchema(route))).not.toContain('examples');
    });
  },
);
