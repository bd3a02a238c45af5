import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DeleteItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { bodyOf, dynamodb, outputsOf, receive, seenEventually } from './support/deployed.ts';

const output = outputsOf('streams');

const put = (table: string, name: string, attributes: Record<string, string> = {}) =>
  dynamodb.send(
    new PutItemCommand({
      TableName: output(table),
      Item: Object.fromEntries(Object.entries({ pk: name, ...attributes }).map(([key, value]) => [key, { S: value }])),
    }),
  );

const FAILS = { behaviour: JSON.stringify({ fails: true }) };
const count = (seen: readonly unknown[], name: string): number => seen.filter((told) => told === name).length;

describe('a DynamoDB stream with partial batch responses', () => {
  it('retries from the failed record, gives it up after its retries, and goes on', async () => {
    await dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: output('PartialTable'), Item: { pk: { S: 'first' } } } },
          {
            Put: {
              TableName: output('PartialTable'),
              Item: { pk: { S: 'poison' }, behaviour: { S: FAILS.behaviour } },
            },
          },
        ],
      }),
    );
    const description = bodyOf(await receive(output('PartialGivenUp')));
    await put('PartialTable', 'last');

    expect(description).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { startSequenceNumber: expect.any(String) },
    });
    const seen = await seenEventually(output('PartialReaderLogs'), (all) => count(all, 'last') > 0);
    expect(count(seen, 'first')).toBeLessThanOrEqual(1 + count(seen, 'poison'));
    expect(count(seen, 'poison')).toBeGreaterThanOrEqual(3);
  });
});

describe('a DynamoDB stream that bisects failing batches', () => {
  it('isolates the poison record and hands on every other', async () => {
    const names = Array.from({ length: 7 }, () => randomUUID());
    const items = names.map((name, index) => ({
      pk: { S: name },
      behaviour: { S: JSON.stringify({ fails: index === 3 }) },
    }));
    const writes = items.map((Item) => ({ Put: { TableName: output('BisectingTable'), Item } }));
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: writes }));

    const description = bodyOf(await receive(output('BisectingGivenUp'), undefined, 30));

    expect(description).toMatchObject({ DDBStreamBatchInfo: { batchSize: 1 } });
    const others = names.toSpliced(3, 1);
    const hasAll = (all: readonly unknown[]): boolean => others.every((name) => all.includes(name));
    const seen = await seenEventually(output('BisectingReaderLogs'), hasAll);
    expect(seen).not.toContain(names[3]);
  });
});

describe('a DynamoDB stream with a filter on a leaf', () => {
  it('hands on only what has the attribute, with its images, also out of a transaction', async () => {
    const [withOutbox, without] = [randomUUID(), randomUUID()];
    await put('FilteredTable', without);
    await put('FilteredTable', withOutbox, { outbox: '[1]' });
    const written = [
      { Put: { TableName: output('FilteredTable'), Item: { pk: { S: withOutbox }, outbox: { S: '[2]' } } } },
      { Put: { TableName: output('FilteredTable'), Item: { pk: { S: without }, status: { S: 'filtered out' } } } },
    ];
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: written }));
    await dynamodb.send(new DeleteItemCommand({ TableName: output('FilteredTable'), Key: { pk: { S: withOutbox } } }));
    await put('FilteredTable', withOutbox, { outbox: '[3]' });

    const seen = await seenEventually(output('TellingReaderLogs'), (all) => all.length >= 3);

    const image = (outbox: string) => ({ pk: { S: withOutbox }, outbox: { S: outbox } });
    expect(seen).toEqual([
      { eventName: 'INSERT', keys: { pk: { S: withOutbox } }, newImage: image('[1]') },
      { eventName: 'MODIFY', keys: { pk: { S: withOutbox } }, oldImage: image('[1]'), newImage: image('[2]') },
      { eventName: 'INSERT', keys: { pk: { S: withOutbox } }, newImage: image('[3]') },
    ]);
  });
});

describe('a Kinesis stream with partial batch responses, while a mapping of another service is stuck', () => {
  it('goes on after the failed record once its retries are used up', async () => {
    await put('BlockedTable', 'stuck');
    const payloads = [{ name: 'first' }, { name: 'poison', fails: true }, { name: 'last' }];
    const records = payloads.map((payload) => ({ PartitionKey: 'one', Data: Buffer.from(JSON.stringify(payload)) }));
    await new KinesisClient().send(new PutRecordsCommand({ StreamName: output('Stream'), Records: records }));

    // The range given up begins with the failed record: nothing after it was done.
    expect(bodyOf(await receive(output('KinesisGivenUp')))).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      KinesisBatchInfo: { shardId: 'shardId-000000000000' },
    });
    const seen = await seenEventually(output('KinesisReaderLogs'), (all) => count(all, 'poison') >= 3);
    expect(count(seen, 'first')).toBeGreaterThanOrEqual(1);
  });
});
