import { describe, expect, it } from 'vitest';
import specifications from '@asyncapi/specs';
import { everyEvent } from '@waypost/contracts/catalogue';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApi } from './async-api.ts';
import { readSummaries, summaryOf } from './summaries.ts';

// The specification's schema brings the draft-07 meta-schema along.
const ajv = new Ajv({ strict: false, meta: false });
addFormats.default(ajv);
const specification: object = specifications.schemas['3.0.0'];
const isAsyncApi = ajv.compile({ ...specification });

describe('the document of all events', () => {
  const document = asyncApi(readSummaries());

  it('is as AsyncAPI 3 says', () => {
    expect(isAsyncApi(document) || isAsyncApi.errors).toBe(true);
  });

  it('names every event', () => {
    const text = JSON.stringify(document);
    for (const { name } of everyEvent) expect(text).toContain(`"name":"${name}"`);
  });

  it('would not pass with a flaw', () => {
    expect(isAsyncApi({ ...document, operations: { tells: { action: 'shout' } } })).toBe(false);
  });
});

describe('summaries', () => {
  it('are the comments above the definitions', () => {
    const placed = everyEvent.find(({ name }) => name === 'OrderPlaced');
    expect(placed && summaryOf(readSummaries(), placed)).toBe('A shopper placed an order. It is not decided yet.');
  });

  it('may not be missing', () => {
    const [event] = everyEvent;
    expect(() => event && summaryOf(new Map(), event)).toThrow('has no comment that says what it is');
  });
});
