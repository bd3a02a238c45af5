import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one DynamoDB client of a function. Fields that are undefined are left out of items. */
export const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

/**
 * Turns a refused condition into a value: `put().then(() => 'done' as const, whenConditionFailed(() => 'changed' as const))`.
 * A transaction counts if any of its conditions was refused or it collided with another one. All else is thrown on.
 */
export function whenConditionFailed<Value>(
  value: (error: ConditionalCheckFailedException | TransactionCanceledException) => Value,
): (error: unknown) => Value {
  return (error) => {
    if (error instanceof ConditionalCheckFailedException) return value(error);
    if (error instanceof TransactionCanceledException && error.CancellationReasons?.some(isRefusal))
      return value(error);
    throw error;
  };
}

function isRefusal({ Code }: { Code?: string | undefined }): boolean {
  return Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict';
}
