import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as z from 'zod';
import { lettersInMemory, outboxEntry, streamRecord } from '../test/messages.ts';
import { outboxRelay, type Publish } from './outbox-relay.ts';
import type { OutboxEntry } from './outbox.ts';

type Verdict = 'accepted' | 'ThrottlingException' | 'InternalFailure' | 'InvalidArgument' | 'whole call fails';

const Cup = z.object({ cup: z.string() });
const cupOf = (entry: Pick<OutboxEntry, 'detail'>) => Cup.parse(entry.detail.data).cup;

/** A bus that judges each event by its cup; accepts what is not named. */
function bus(verdicts: Readonly<Record<string, Verdict>> = {}) {
  const calls: (readonly OutboxEntry[])[] = [];
  const accepted: string[] = [];
  const publish: Publish = (entries) => {
    calls.push(entries);
    const judged = entries.map((entry) => verdicts[cupOf(entry)] ?? 'accepted');
    if (judged.includes('whole call fails')) return Promise.reject(new Error('no network'));
    for (const [index, entry] of entries.entries()) if (judged[index] === 'accepted') accepted.push(cupOf(entry));
    return Promise.resolve(judged.map((verdict) => (verdict === 'accepted' ? undefined : verdict)));
  };
  return { publish, calls, accepted };
}

/** A record for each list of events; sequence numbers count from 1. */
const recordsOf = (...lists: OutboxEntry[][]) =>
  lists.map((entries, index) => streamRecord(String(index + 1), JSON.stringify(entries)));

async function relay(publish: Publish, Records: ReturnType<typeof recordsOf>) {
  const { letters, deadLetters } = lettersInMemory();
  const { batchItemFailures } = await outboxRelay({ publish, deadLetters })({ Records });
  return { letters, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

const entries = (count: number, filler = '') =>
  Array.from({ length: count }, (_, index) => outboxEntry(index + 1, filler));

describe('a batch of the stream', () => {
  it('is published in order, ten events a call', async () => {
    const { publish, calls, accepted } = bus();
    const { failed } = await relay(publish, recordsOf(...entries(23).map((entry) => [entry])));
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(accepted).toEqual(entries(23).map(cupOf));
    expect(failed).toEqual([]);
  });

  it('is published in smaller calls when ten events are more than 256 KB', async () => {
    const { publish, calls } = bus();
    await relay(publish, recordsOf(entries(5, 'x'.repeat(100_000))));
    expect(calls.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  it('counts bytes, not characters', async () => {
    const { publish, calls } = bus();
    await relay(publish, recordsOf(entries(2, '茶'.repeat(60_000))));
    expect(calls.map(({ length }) => length)).toEqual([1, 1]);
  });

  it('may hold records without an outbox', async () => {
    const { publish, calls } = bus();
    expect(await relay(publish, [streamRecord('1')])).toEqual({ letters: [], failed: [] });
    expect(calls).toEqual([]);
  });
});

describe('a bus that refuses', () => {
  it.each<Verdict>(['ThrottlingException', 'InternalFailure'])(
    'an event for now (%s) gets it again, with all behind it',
    async (verdict) => {
      const { publish, accepted } = bus({ 'cup-2': verdict });
      const { failed, letters } = await relay(publish, recordsOf(...entries(12).map((entry) => [entry])));
      expect([failed, letters]).toEqual([['2'], []]);
      expect(accepted).not.toContain('cup-11');
    },
  );

  it('the whole call gets its first record again', async () => {
    const { publish } = bus({ 'cup-12': 'whole call fails' });
    const { failed, letters } = await relay(publish, recordsOf(...entries(12).map((entry) => [entry])));
    expect([failed, letters]).toEqual([['11'], []]);
  });

  it('an event for good sees it parked whole, in the form of the bus, and its neighbours published', async () => {
    const { publish, accepted } = bus({ 'cup-2': 'InvalidArgument' });
    const { failed, letters } = await relay(publish, recordsOf(entries(3)));
    expect(failed).toEqual([]);
    expect(accepted).toEqual(['cup-1', 'cup-3']);
    const { source, detailType, detail } = outboxEntry(2);
    expect(letters).toEqual([
      {
        body: JSON.stringify({ source, 'detail-type': detailType, detail }),
        reason: 'The bus rejected the event: InvalidArgument',
        correlationId: 'correlation-1',
      },
    ]);
  });
});

describe('an event that can never be published', () => {
  it('is parked when it is too large, and its neighbours are published', async () => {
    const { publish, accepted } = bus();
    const tooLarge = outboxEntry(2, 'x'.repeat(257 * 1024));
    const { failed, letters } = await relay(publish, recordsOf([outboxEntry(1), tooLarge, outboxEntry(3)]));
    expect(failed).toEqual([]);
    expect(accepted).toEqual(['cup-1', 'cup-3']);
    expect(letters).toEqual([expect.objectContaining({ reason: expect.stringMatching(/has \d+ bytes/) })]);
  });

  it.each(['no JSON', '{}', '[{"source":"x"}]'])('is parked when the outbox reads %s', async (text) => {
    const { publish, accepted } = bus();
    const { failed, letters } = await relay(publish, [streamRecord('1', text), ...recordsOf([outboxEntry(1)])]);
    expect([failed, accepted]).toEqual([[], ['cup-1']]);
    expect(letters).toEqual([expect.objectContaining({ body: text })]);
  });
});

describe('any batch, on a bus in any mood', () => {
  it('has each event accepted, parked, or its record given again', async () => {
    const verdict = fc.constantFrom<Verdict>(
      'accepted',
      'accepted',
      'accepted',
      'ThrottlingException',
      'InternalFailure',
      'InvalidArgument',
      'whole call fails',
    );
    const record = fc.array(fc.record({ verdict, large: fc.boolean() }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (batch) => {
        let id = 0;
        const verdicts: Record<string, Verdict> = {};
        const lists = batch.map((events) =>
          events.map(({ verdict: judged, large }) => {
            const entry = outboxEntry((id += 1), large ? 'x'.repeat(90_000) : '');
            verdicts[cupOf(entry)] = judged;
            return entry;
          }),
        );
        const { publish, accepted, calls } = bus(verdicts);
        const { failed, letters } = await relay(publish, recordsOf(...lists));
        const parked = letters.map(({ body }) => cupOf(JSON.parse(body)));
        const again = failed.length > 0 ? Number(failed[0]) : Infinity;
        for (const [index, list] of lists.entries()) {
          if (index + 1 >= again) break;
          for (const entry of list) expect([...accepted, ...parked]).toContain(cupOf(entry));
        }
        for (const call of calls) expect(call.length).toBeLessThanOrEqual(10);
        expect(failed.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
