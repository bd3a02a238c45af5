import { describe, expect, it } from 'vitest';
import { EventMetadata } from '@waypost/contracts';
import { NOW, TeaPoured } from '../test/messages.ts';
import { outbox } from './outbox.ts';
import { readEvent } from './read-event.ts';

const context = { correlationId: 'correlation-1', causationId: 'request-1', now: NOW };
const poured = TeaPoured.build('blue', { cup: 'blue', millilitres: 200 });

describe('the outbox', () => {
  it('is a text, since stream filters match leaves only', () => {
    expect(typeof outbox([poured], context)).toBe('string');
  });

  it('carries the whole envelope of each event, with an id of its own', () => {
    const entries = JSON.parse(outbox([poured, poured], { ...context, traceparent: '00-a-b-01' }));
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      source: 'waypost.kitchen',
      detailType: 'TeaPoured',
      detail: {
        metadata: {
          occurredAt: NOW,
          correlationId: 'correlation-1',
          causationId: 'request-1',
          schemaVersion: 1,
          producer: 'kitchen',
          subject: 'blue',
          traceparent: '00-a-b-01',
        },
        data: { cup: 'blue', millilitres: 200 },
      },
    });
    expect(EventMetadata.parse(entries[0].detail.metadata).eventId).not.toBe(entries[1].detail.metadata.eventId);
  });

  it('makes events that their consumers read', () => {
    const [{ source, detailType, detail }] = JSON.parse(outbox([poured], context));
    const received = readEvent([TeaPoured], { source, 'detail-type': detailType, detail });
    expect(received).toMatchObject({ name: 'TeaPoured', data: { cup: 'blue' } });
  });
});
