import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { clock, lettersInMemory, NOW, sqsRecord } from '../test/messages.ts';
import { PermanentError, TransientError } from './errors.ts';
import type { MessageContext } from './message-context.ts';
import { messageQueueFunction } from './message-queue-function.ts';
import { serviceFifoQueue, serviceQueue } from './service-queue.ts';

const Wish = z.object({ cup: z.string() });
const cause = { correlationId: 'correlation-1', causationId: 'request-1', traceparent: '00-trace-1-01', now: NOW };

/** A message of the service's own queue. */
async function queued(data: unknown, context: MessageContext = cause): Promise<string> {
  const bodies: (string | undefined)[] = [];
  const send = serviceQueue('https://sqs.eu-central-1.amazonaws.com/123456789012/wishes', ({ MessageBody }) => {
    bodies.push(MessageBody);
    return Promise.resolve();
  });
  await send(data, context);
  return bodies.join();
}

/** A consumer that fails as the cup says. */
function consumer() {
  const { letters, deadLetters } = lettersInMemory();
  const handled: [string, MessageContext][] = [];
  const handler = messageQueueFunction(
    Wish,
    ({ cup }, context) => {
      if (cup === 'busy') return Promise.reject(new TransientError('busy'));
      if (cup === 'broken') return Promise.reject(new PermanentError('broken'));
      handled.push([cup, context]);
      return Promise.resolve();
    },
    { clock, deadLetters, maxReceiveCount: 3 },
  );
  return { handler, letters, handled };
}

describe('a message that a service sent itself', () => {
  it('arrives with the ids of what caused it', async () => {
    const { handler, letters, handled } = consumer();
    const records = [sqsRecord('1', await queued({ cup: 'blue', other: 'unknown' }))];
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(handled).toEqual([['blue', cause]]);
    expect(letters).toEqual([]);
  });

  it('is parked whole, with reason, attempts and correlation id, when it can never work', async () => {
    const { handler, letters, handled } = consumer();
    const body = await queued({ cup: 'broken' });
    const records = [sqsRecord('1', body, 2), sqsRecord('2', await queued({ cup: 'blue' }))];
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([{ body, reason: 'PermanentError: broken', attempts: 2, correlationId: 'correlation-1' }]);
    expect(handled).toHaveLength(1);
  });

  it('comes again alone while it may work later, and is parked at its last receive', async () => {
    const { handler, letters } = consumer();
    const busy = await queued({ cup: 'busy' });
    const records = [sqsRecord('1', busy, 2), sqsRecord('2', busy, 3)];
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(letters).toEqual([expect.objectContaining({ reason: 'TransientError: busy', attempts: 3 })]);
  });
});

describe('a message that is none of this queue', () => {
  it.each<[string, string, string, string | undefined]>([
    ['no JSON', 'tea!', 'The message is not JSON', undefined],
    ['without ids', '{"data":{"cup":"blue"}}', 'metadata', undefined],
    [
      'of another shape',
      '{"metadata":{"correlationId":"correlation-1","causationId":"request-1"},"data":{}}',
      'cup',
      'correlation-1',
    ],
  ])('is parked at once: %s', async (_, body, reason, correlationId) => {
    const { handler, letters, handled } = consumer();
    expect(await handler({ Records: [sqsRecord('1', body)] })).toEqual({ batchItemFailures: [] });
    expect(handled).toEqual([]);
    expect(letters).toEqual([
      { body, reason: expect.stringContaining(reason), attempts: 1, ...(correlationId && { correlationId }) },
    ]);
  });
});

describe('a FIFO queue', () => {
  const ARN = 'arn:aws:sqs:eu-central-1:123456789012:wishes.fifo';
  const fifoRecord = (id: string, body: string, MessageGroupId: string, receives = 1) => {
    const record = sqsRecord(id, body, receives);
    return { ...record, eventSourceARN: ARN, attributes: { ...record.attributes, MessageGroupId } };
  };

  it('holds up the group of a message that comes again, and no other', async () => {
    const { handler, handled } = consumer();
    const [busy, blue, red] = await Promise.all(['busy', 'blue', 'red'].map((cup) => queued({ cup })));
    const records = [
      fifoRecord('1', busy ?? '', 'a'),
      fifoRecord('2', blue ?? '', 'a'),
      fifoRecord('3', red ?? '', 'b'),
    ];
    expect(await handler({ Records: records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }],
    });
    expect(handled.map(([cup]) => cup)).toEqual(['red']);
  });

  it('goes on behind what is parked, which keeps its group', async () => {
    const { handler, letters, handled } = consumer();
    const records = [
      fifoRecord('1', await queued({ cup: 'broken' }), 'a'),
      fifoRecord('2', await queued({ cup: 'blue' }), 'a'),
    ];
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(handled.map(([cup]) => cup)).toEqual(['blue']);
    expect(letters).toEqual([expect.objectContaining({ reason: 'PermanentError: broken', group: 'a' })]);
  });

  it('is sent to with the place that a message has in it', async () => {
    const sent: unknown[] = [];
    const send = serviceFifoQueue('https://sqs.eu-central-1.amazonaws.com/123456789012/wishes.fifo', (message) =>
      Promise.resolve(sent.push(message)),
    );
    await send({ cup: 'blue' }, cause, { group: 'a', deduplicationId: 'wish-1' });
    expect(sent).toEqual([expect.objectContaining({ MessageGroupId: 'a', MessageDeduplicationId: 'wish-1' })]);
  });
});
