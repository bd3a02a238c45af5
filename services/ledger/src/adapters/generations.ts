import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AccountId } from '@waypost/contracts';
import { dynamodb, whenConflict } from '@waypost/service-kit';
import * as z from 'zod';
import { ledgerConfig } from '../config.ts';
import { JOURNAL_IDS } from '../domain/journal.ts';
import type { Generations } from '../ports.ts';
import { journalKey } from './entry-item.ts';

/** Partitions of the projection of one generation. */
export const SUMS = 'sums';
export const TOTALS = 'totals';
export const accountKey = (accountId: AccountId): string => `account#${accountId}`;
export const inGeneration = (generation: number, pk: string): string => `${generation}/${pk}`;

const Key = { pk: 'generation', sk: 'current' };
const Item = z.object({ generation: z.int().positive() });
/** BatchWriteItem takes as many. Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const AT_ONCE = 25;

/** Number of the generation that is read now. */
export async function currentGeneration(): Promise<number> {
  const { BOOKS_TABLE_NAME: TableName } = ledgerConfig();
  const { Item: item } = await dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  return item === undefined ? 1 : Item.parse(item).generation;
}

export function generations(): Generations {
  const { BOOKS_TABLE_NAME: TableName } = ledgerConfig();
  return {
    current: currentGeneration,
    switchTo: (generation, from) =>
      dynamodb
        .send(
          new PutCommand({
            TableName,
            Item: { ...Key, generation },
            ConditionExpression: from === 1 ? 'attribute_not_exists(pk)' : 'generation = :from',
            ...(from > 1 && { ExpressionAttributeValues: { ':from': from } }),
          }),
        )
        .then(
          () => 'switched' as const,
          whenConflict(() => 'changed' as const),
        ),
    forget: async (generation) => {
      const partitions = [SUMS, TOTALS, ...AccountId.options.map(accountKey), ...JOURNAL_IDS.map(journalKey)];
      for (const partition of partitions) await forgetPartition(TableName, inGeneration(generation, partition));
    },
  };
}

async function forgetPartition(TableName: string, pk: string): Promise<void> {
  for (;;) {
    const { Items = [] } = await dynamodb.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'pk, sk',
        Limit: AT_ONCE,
      }),
    );
    if (Items.length === 0) return;
    const requests = Items.map((item) => ({ DeleteRequest: { Key: item } }));
    // The next query finds the items that were not processed.
    await dynamodb.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
  }
}
