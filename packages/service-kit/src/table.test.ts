import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dynamodb, whenConditionFailed, whenConflict } from './table.ts';

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const conditionFailed = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
const collided = new TransactionConflictException({ message: 'conflict', $metadata: {} });

describe.each([
  ['whenConditionFailed', whenConditionFailed],
  ['whenConflict', whenConflict],
])('%s', (_, when) => {
  const write = async (error: unknown) => when(() => 'changed')(error);

  it.each([
    ['a failed condition', conditionFailed],
    ['a transaction with a failed condition', cancelled('None', 'ConditionalCheckFailed')],
    ['a transaction that collided with another one', cancelled('TransactionConflict', 'None')],
  ])('returns the value for %s', async (_error, error) => {
    expect(await write(error)).toBe('changed');
  });

  it.each([
    ['a transaction that was cancelled for another reason', cancelled('ValidationError')],
    ['any other error', new Error('ResourceNotFoundException')],
  ])('throws %s again', async (_error, error) => {
    await expect(write(error)).rejects.toBe(error);
  });
});

describe('a single write that collides with a transaction', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is a conflict to a caller that retries', async () => {
    expect(whenConflict(() => 'changed')(collided)).toBe('changed');
  });

  it('is no proof of an earlier write', () => {
    expect(() => whenConditionFailed(() => 'known')(collided)).toThrow(collided);
  });

  it('is sent again until the transaction is over', async () => {
    const statuses = [400, 400, 200];
    const body = (status: number) =>
      status === 200
        ? '{}'
        : JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#TransactionConflictException' });
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    dynamodb.config.requestHandler = {
      ...dynamodb.config.requestHandler,
      handle: async () => {
        const statusCode = statuses.shift() ?? 500;
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return { response: { statusCode, headers, body: Buffer.from(body(statusCode)) } };
      },
    };
    await dynamodb.send(new PutCommand({ TableName: 'table', Item: { pk: 'item' } }));
    expect(statuses).toEqual([]);
  });
});
