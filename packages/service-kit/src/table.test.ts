import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { whenConditionFailed } from './table.ts';

const write = async (error: unknown) => whenConditionFailed(() => 'changed')(error);
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('a write', () => {
  it.each([
    ['its condition was refused', new ConditionalCheckFailedException({ message: 'no', $metadata: {} })],
    ['a condition of its transaction was refused', cancelled('None', 'ConditionalCheckFailed')],
    ['its transaction collided with another', cancelled('TransactionConflict', 'None')],
  ])('has lost when %s', async (_, error) => {
    expect(await write(error)).toBe('changed');
  });

  it.each([
    ['a transaction was refused for something else', cancelled('ValidationError')],
    ['the table is not there', new Error('ResourceNotFoundException')],
  ])('fails when %s', async (_, error) => {
    await expect(write(error)).rejects.toBe(error);
  });
});
