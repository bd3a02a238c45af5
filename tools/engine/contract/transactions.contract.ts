import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { dynamodb, outputsOf } from './support/deployed.ts';
import { eventually } from './support/eventually.ts';

const TableName = outputsOf('tables')('Table');

const keyOf = (name: string) => ({ pk: { S: name } });
const item = (name: string, version: number) => ({ ...keyOf(name), version: { N: String(version) } });
const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  dynamodb.send(
    new TransactWriteItemsCommand({ TransactItems, ...(ClientRequestToken ? { ClientRequestToken } : {}) }),
  );
const versionOf = async (name: string): Promise<string | undefined> =>
  (await dynamodb.send(new GetItemCommand({ TableName, Key: keyOf(name), ConsistentRead: true }))).Item?.['version']?.N;

const raise = (name: string): TransactWriteItem => ({
  Update: {
    TableName,
    Key: keyOf(name),
    UpdateExpression: 'ADD version :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
});

const putNew = (name: string): TransactWriteItem => ({
  Put: {
    TableName,
    Item: item(name, 1),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

describe('an item that is there', () => {
  let taken: string;
  beforeEach(async () => {
    taken = randomUUID();
    await dynamodb.send(new PutItemCommand({ TableName, Item: item(taken, 1) }));
  });

  it('cancels a transaction as a whole, with a reason at the place of each of its items', async () => {
    const other = randomUUID();
    const cancelled = await transact([putNew(other), putNew(taken), raise(randomUUID())]).catch(
      (error: unknown) => error,
    );

    if (!(cancelled instanceof TransactionCanceledException)) throw cancelled;
    expect(cancelled.CancellationReasons?.map(({ Code }) => Code)).toEqual(['None', 'ConditionalCheckFailed', 'None']);
    expect(cancelled.CancellationReasons?.[1]?.Item).toEqual(item(taken, 1));
    expect(await versionOf(other)).toBeUndefined();
  });

  it('is returned by a failed condition on it', async () => {
    const put = { TableName, Item: item(taken, 2), ConditionExpression: 'attribute_not_exists(pk)' };
    const refused = await dynamodb
      .send(new PutItemCommand({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))
      .catch((error: unknown) => error);

    if (!(refused instanceof ConditionalCheckFailedException)) throw refused;
    expect(refused.Item).toEqual(item(taken, 1));
  });

  it('is written once by a transaction that is sent twice under one token', async () => {
    const token = randomUUID();
    await transact([raise(taken)], token);
    await transact([raise(taken)], token);

    expect(await versionOf(taken)).toBe('2');
  });

  it('may not be named twice in one transaction', async () => {
    await expect(transact([raise(taken), raise(taken)])).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('rejects a single write while a transaction writes it', async () => {
    const conflicts = async () => {
      const writes = Array.from({ length: 10 }, (_, n) => [
        transact([raise(taken)]).catch((error: unknown) => error),
        dynamodb.send(new PutItemCommand({ TableName, Item: item(taken, n) })).catch((error: unknown) => error),
      ]);
      const results = await Promise.all(writes.flat());
      return results.filter((result) => result instanceof TransactionConflictException).length;
    };
    await expect(eventually(async () => (await conflicts()) || undefined, { within: 10_000 })).resolves.toBeGreaterThan(
      0,
    );
  });

  it('is raised once by many writers that all expect the same version', async () => {
    const expecting = {
      ConditionExpression: 'version = :expected',
      ExpressionAttributeValues: { ':expected': { N: '1' } },
    };
    const writes = Array.from({ length: 10 }, () =>
      dynamodb.send(new PutItemCommand({ TableName, Item: item(taken, 2), ...expecting })),
    );

    const results = await Promise.allSettled(writes);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
