import '../test/quiet.ts';
import '../test/messages.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLetterQueue } from './dead-letters.ts';

const QUEUE = 'https://sqs.eu-central-1.amazonaws.com/123456789012/dead';

beforeEach(() => {
  process.env['DEAD_LETTER_QUEUE_URL'] = QUEUE;
});

afterEach(() => {
  delete process.env['DEAD_LETTER_QUEUE_URL'];
});

async function sent(letter: Parameters<ReturnType<typeof deadLetterQueue>>[0]) {
  const messages: unknown[] = [];
  await deadLetterQueue((message) => {
    messages.push(message);
    return Promise.resolve();
  })(letter);
  return messages;
}

describe('a dead letter', () => {
  it('keeps its body, and says why, how often it was tried and where it belongs', async () => {
    expect(await sent({ body: '{"a":1}', reason: 'broken', attempts: 3, correlationId: 'correlation-1' })).toEqual([
      {
        QueueUrl: QUEUE,
        MessageBody: '{"a":1}',
        MessageAttributes: {
          reason: { DataType: 'String', StringValue: 'broken' },
          attempts: { DataType: 'String', StringValue: '3' },
          correlationId: { DataType: 'String', StringValue: 'correlation-1' },
        },
      },
    ]);
  });

  it('stays in its group in a FIFO queue, and differs from one that was redriven', async () => {
    process.env['DEAD_LETTER_QUEUE_URL'] = `${QUEUE}.fifo`;
    const [[first] = [], [again] = []] = await Promise.all(
      [1, 2].map(() => sent({ body: '{}', reason: 'broken', group: 'a' })),
    );
    expect(first).toMatchObject({ MessageGroupId: 'a', MessageDeduplicationId: expect.any(String) });
    expect(again).not.toEqual(first);
  });

  it('leaves out unknown attributes', async () => {
    expect(await sent({ body: 'x', reason: 'broken' })).toMatchObject([
      { MessageAttributes: { reason: { StringValue: 'broken' } } },
    ]);
  });

  it('does not grow with the reason', async () => {
    const [message] = await sent({ body: 'x', reason: 'r'.repeat(5000) });
    expect(JSON.stringify(message).length).toBeLessThan(1500);
  });

  it('is not swallowed when it can’t be sent', async () => {
    const failing = deadLetterQueue(() => Promise.reject(new Error('no queue')));
    await expect(failing({ body: 'x', reason: 'broken' })).rejects.toThrow('no queue');
  });
});

describe('a function without a dead letter queue', () => {
  it('fails at its start and says what is missing', () => {
    delete process.env['DEAD_LETTER_QUEUE_URL'];
    expect(() => deadLetterQueue()).toThrow(/DEAD_LETTER_QUEUE_URL/);
  });
});
