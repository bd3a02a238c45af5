import { describe, expect, it } from 'vitest';
import { streamRecord } from '../test/messages.ts';
import { oneByOne, streamFunction } from './stream-function.ts';

const records = ['1', '2', '3'].map((number) => streamRecord(number));

describe('records of a stream, one by one', () => {
  it('are all done in order when none fails', async () => {
    const seen: unknown[] = [];
    const handler = streamFunction(
      oneByOne((record) => {
        seen.push(record.dynamodb?.SequenceNumber);
        return Promise.resolve();
      }),
    );
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('stop at the first that fails, so that nothing overtakes it', async () => {
    const seen: unknown[] = [];
    const handler = streamFunction(
      oneByOne((record) => {
        const number = record.dynamodb?.SequenceNumber;
        if (number === '2') return Promise.reject(new Error('busy'));
        seen.push(number);
        return Promise.resolve();
      }),
    );
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(seen).toEqual(['1']);
  });

  it('come again as a whole batch when the handler itself throws', async () => {
    const handler = streamFunction(() => Promise.reject(new Error('crash')));
    await expect(handler({ Records: records })).rejects.toThrow('crash');
  });
});
