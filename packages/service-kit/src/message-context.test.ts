import { afterEach, describe, expect, it } from 'vitest';
import { busEvent, clock, NOW } from '../test/messages.ts';
import { activeTraceparent, context, contextOfCommand, contextOfEvent } from './message-context.ts';

const HEADER = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';

afterEach(() => {
  delete process.env['_X_AMZN_TRACE_ID'];
});

describe('what an event causes', () => {
  it('names the event as its cause and stays in its correlation', () => {
    const { metadata } = busEvent().detail;
    expect(contextOfEvent(metadata, clock)).toEqual({
      correlationId: 'correlation-1',
      causationId: metadata.eventId,
      now: NOW,
    });
  });

  it('stays in the trace of the event', () => {
    const { metadata } = busEvent().detail;
    expect(contextOfEvent({ ...metadata, traceparent: '00-a-b-01' }, clock).traceparent).toBe('00-a-b-01');
  });
});

describe('what a command causes', () => {
  it('has the cause of the command', () => {
    expect(contextOfCommand({ correlationId: 'c', causationId: 'execution-1' }, clock)).toEqual({
      correlationId: 'c',
      causationId: 'execution-1',
      now: NOW,
    });
  });
});

describe('a trace of Lambda', () => {
  it('goes on as a W3C traceparent', () => {
    expect(activeTraceparent(HEADER)).toBe('00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01');
    expect(activeTraceparent(HEADER.replace('Sampled=1', 'Sampled=0'))).toMatch(/-00$/);
    process.env['_X_AMZN_TRACE_ID'] = HEADER;
    expect(context('c', 'r', clock).traceparent).toMatch(/^00-5759e988/);
  });

  it.each([undefined, '', 'Root=nonsense', 'Root=1-5759e988-bd862e3fe1be46a994272793'])('is none for %j', (header) => {
    expect(activeTraceparent(header)).toBeUndefined();
  });
});
