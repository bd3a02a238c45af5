import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { cursorOf, keyOf } from './cursor.ts';
import { dynamodb } from './table.ts';

export interface IndexQuery {
  readonly tableName: string;
  /** Name of an index that `ServiceTable.addIndex` created. Its keys are `<name>pk` and `<name>sk`. */
  readonly index: string;
  /** Value of `<name>pk`. */
  readonly partition: string;
  /** Only items whose `<name>sk` is less than this. */
  readonly before?: string;
  /** Maximum number of items. */
  readonly limit: number;
  /** Cursor of the page before. */
  readonly cursor?: string | undefined;
  /** Order by `<name>sk`: ascending unless true. */
  readonly descending?: boolean;
}

/**
 * Queries one page of a partition of an index. An index is eventually consistent: it follows the table within moments.
 *
 * @throws ProblemError 400 for a cursor that is not of this partition.
 */
export async function queryIndex(
  query: IndexQuery,
): Promise<{ readonly items: readonly Record<string, unknown>[]; readonly cursor?: string }> {
  const { tableName, index, partition, before, limit, cursor, descending = false } = query;
  const [partitionKey, sortKey] = [`${index}pk`, `${index}sk`];
  const Key = z.strictObject({
    pk: z.string(),
    sk: z.string(),
    [partitionKey]: z.literal(partition),
    [sortKey]: z.string(),
  });
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: index,
      KeyConditionExpression: `${partitionKey} = :partition${before === undefined ? '' : ` AND ${sortKey} < :before`}`,
      ExpressionAttributeValues: { ':partition': partition, ':before': before },
      ScanIndexForward: !descending,
      Limit: limit,
      ExclusiveStartKey: keyOf(cursor, (key) => Key.safeParse(key).data),
    }),
  );
  return { items: Items, ...cursorOf(LastEvaluatedKey) };
}
