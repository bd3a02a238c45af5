import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { bodyOf, outputsOf, receive, seenEventually, sqs } from './support/deployed.ts';

const output = outputsOf('queues');

interface Report {
  readonly name: string;
  readonly receives: number;
}

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'receives' in value;
const named = (seen: readonly unknown[], name: string): Report[] =>
  seen.filter(isReport).filter((told) => told.name === name);

const sendBatch = (
  queue: string,
  bodies: readonly { name: string; fails?: boolean }[],
  groups: readonly string[] = [],
) =>
  sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: output(queue),
      Entries: bodies.map((body, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(body),
        ...(groups[index] === undefined ? {} : { MessageGroupId: groups[index] }),
      })),
    }),
  );

describe('a queue whose consumer always throws', () => {
  it('receives a message three times and then moves it to the dead letter queue', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl: output('Throwing'), MessageBody: '{}' }));

    await receive(output('ThrowingDeadLetters'));

    const seen = await seenEventually(output('ThrowingConsumerLogs'), (all) => all.length >= 3);
    expect(seen).toEqual([{ receives: 1 }, { receives: 2 }, { receives: 3 }]);
  });
});

describe('a queue with partial batch responses', () => {
  it('deletes the neighbours of a failed message and gives up the failed one alone', async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    await sendBatch('Partial', [{ name: good }, { name: bad, fails: true }]);

    const dead = await receive(output('PartialDeadLetters'));

    expect(bodyOf(dead)).toMatchObject({ name: bad });
    const seen = await seenEventually(output('PartialConsumerLogs'), (all) => named(all, bad).length >= 3);
    expect(named(seen, bad).map(({ receives }) => receives)).toEqual([1, 2, 3]);
    expect(named(seen, good).map(({ receives }) => receives)).toEqual([1]);
  });

  it('keeps every message when the response names one that is not in the batch', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl: output('Invalid'), MessageBody: '{"name":"kept"}' }));

    expect(bodyOf(await receive(output('InvalidDeadLetters')))).toEqual({ name: 'kept' });
  });
});

describe('a FIFO queue with a failing message at the head of one group', () => {
  it('keeps the order of that group while the other group goes on', async () => {
    const messages = [{ name: 'a1', fails: true }, { name: 'a2' }, { name: 'b1' }, { name: 'b2' }, { name: 'b3' }];
    await sendBatch('Fifo', messages, ['a', 'a', 'b', 'b', 'b']);

    const seen = await seenEventually(output('FifoConsumerLogs'), (all) => named(all, 'a2').length > 0, 20);

    const names = seen.filter(isReport).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a1', 'a1', 'a2']);
    expect(names.filter((name) => name.startsWith('b'))).toEqual(['b1', 'b2', 'b3']);
    expect(names.indexOf('b3')).toBeLessThan(names.lastIndexOf('a1'));
    expect(bodyOf(await receive(output('FifoDeadLetters')))).toMatchObject({ name: 'a1' });
  });
});
