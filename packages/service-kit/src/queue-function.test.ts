import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { busEvent, clock, lettersInMemory, sqsRecord, TeaPoured } from '../test/messages.ts';
import { PermanentError, TransientError } from './errors.ts';
import { queueFunction } from './queue-function.ts';

/** A consumer that fails as the cup says. */
function consumer() {
  const { letters, deadLetters } = lettersInMemory();
  const poured: string[] = [];
  const handler = queueFunction(
    [TeaPoured],
    ({ data }) => {
      if (data.cup === 'busy') return Promise.reject(new TransientError('busy'));
      if (data.cup === 'broken') return Promise.reject(new PermanentError('broken'));
      poured.push(data.cup);
      return Promise.resolve();
    },
    { clock, deadLetters, maxReceiveCount: 3 },
  );
  return { handler, letters, poured };
}

const cup = (name: string) => busEvent({ data: { cup: name, millilitres: 1 }, correlationId: `correlation-${name}` });

describe('a batch with a poison message', () => {
  it('parks that one with reason, attempts and correlation id, and does its neighbours', async () => {
    const { handler, letters, poured } = consumer();
    const records = [sqsRecord('1', cup('a')), sqsRecord('2', cup('broken'), 2), sqsRecord('3', cup('b'))];
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(poured).toEqual(['a', 'b']);
    expect(letters).toEqual([
      {
        body: JSON.stringify(cup('broken')),
        reason: 'PermanentError: broken',
        attempts: 2,
        correlationId: 'correlation-broken',
      },
    ]);
  });

  it.each([
    ['is not JSON', 'tea!', 'The message is not JSON'],
    ['is of an unknown version', busEvent({ version: 7 }), 'Version 7 of TeaPoured'],
    ['lacks a field', busEvent({ data: {} }), 'breaks its contract'],
  ])('parks one that %s at its first receive', async (_, body, reason) => {
    const { handler, letters, poured } = consumer();
    expect(await handler({ Records: [sqsRecord('1', body), sqsRecord('2', cup('a'))] })).toEqual({
      batchItemFailures: [],
    });
    expect(poured).toEqual(['a']);
    expect(letters).toEqual([expect.objectContaining({ reason: expect.stringContaining(reason), attempts: 1 })]);
  });
});

describe('a message that may work later', () => {
  it('is reported alone, so that it alone comes again', async () => {
    const { handler, letters, poured } = consumer();
    const answer = await handler({ Records: [sqsRecord('1', cup('busy'), 2), sqsRecord('2', cup('a'))] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect([letters, poured]).toEqual([[], ['a']]);
  });

  it('is parked with the reason at its last receive', async () => {
    const { handler, letters } = consumer();
    expect(await handler({ Records: [sqsRecord('1', cup('busy'), 3)] })).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([expect.objectContaining({ reason: 'TransientError: busy', attempts: 3 })]);
  });

  it('is reported, not thrown, when the whole batch fails', async () => {
    const { handler } = consumer();
    const answer = await handler({ Records: [sqsRecord('1', cup('busy')), sqsRecord('2', cup('busy'))] });
    expect(answer.batchItemFailures).toHaveLength(2);
  });
});

describe('dead letters that cannot be reached', () => {
  it('leave the message in the queue', async () => {
    const handler = queueFunction([TeaPoured], () => Promise.reject(new PermanentError('broken')), {
      deadLetters: () => Promise.reject(new Error('no queue')),
      maxReceiveCount: 3,
    });
    expect(await handler({ Records: [sqsRecord('1', cup('a'))] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }],
    });
  });
});

describe('any batch', () => {
  it('does, reports or parks each of its messages, exactly one of them', async () => {
    const message = fc.record({
      name: fc.constantFrom('a', 'busy', 'broken'),
      receives: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 10 }), async (messages) => {
        const { handler, letters, poured } = consumer();
        const { batchItemFailures } = await handler({
          Records: messages.map(({ name, receives }, index) => sqsRecord(String(index), cup(name), receives)),
        });
        expect(poured.length + batchItemFailures.length + letters.length).toBe(messages.length);
        const again = messages.flatMap(({ name, receives }, index) =>
          name === 'busy' && receives < 3 ? [String(index)] : [],
        );
        expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(again);
      }),
    );
  });
});
