import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const client = new DynamoDBClient({});

// A single write is rejected while a transaction writes the same item, which takes milliseconds: then the SDK tries again, so that the
// condition of the write decides. Inside the SDK's retries, whose step and priority are `finalizeRequest` and `high`.
client.middlewareStack.add(
  (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof TransactionConflictException) Object.assign(error, { $retryable: {} });
      throw error;
    }
  },
  { name: 'retryTransactionConflicts', step: 'finalizeRequest', priority: 'low' },
);

/** DynamoDB client of a function. Undefined fields are left out of items. */
export const dynamodb = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/**
 * Turns a failed condition into a value: `put().then(() => 'added' as const, whenConditionFailed(() => 'known' as const))`.
 * A cancelled transaction counts if a condition failed or it collided with another one. Other errors are thrown again.
 */
export function whenConditionFailed<Value>(
  value: (error: ConditionalCheckFailedException | TransactionCanceledException) => Value,
): (error: unknown) => Value {
  return (error) => {
    if (error instanceof ConditionalCheckFailedException) return value(error);
    if (error instanceof TransactionCanceledException && error.CancellationReasons?.some(isConflict))
      return value(error);
    throw error;
  };
}

/**
 * Turns a lost race into a value, for callers that read again and retry: a failed condition, or a collision with a
 * transaction that outlasts the SDK's retries. Not for a caller that takes a failed condition as proof of an earlier
 * write.
 * Source:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 *
 * @example
 * await dynamodb.send(put).then(() => 'saved' as const, whenConflict(() => 'changed' as const));
 */
export function whenConflict<Value>(value: (error: Error) => Value): (error: unknown) => Value {
  const failed = whenConditionFailed<Value>(value);
  return (error) => (error instanceof TransactionConflictException ? value(error) : failed(error));
}

function isConflict({ Code }: { Code?: string | undefined }): boolean {
  return Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict';
}
