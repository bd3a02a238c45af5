import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb } from '@waypost/service-kit';
import { config } from '../config.ts';

const { TABLE_NAME: TableName } = config();

/** Maximum number of items per response. Lambda returns at most 6 MB. */
const MOST_ITEMS = 10_000;

type Item = Readonly<Record<string, unknown>>;

/** The index keys of an item in a provider's books: one partition a provider, sorted by what it is for: an order or a booking. Right for a simulation only. */
export const recordKeys = (records: string, reference: string | undefined, id: string) => ({
  recordspk: records,
  recordssk: `${reference ?? ''}#${id}`,
});

/** All items of a provider's books, or those of one order or booking. */
export async function itemsIn(records: string, reference: string | undefined): Promise<readonly Item[]> {
  const found: Item[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'records',
        KeyConditionExpression: reference
          ? 'recordspk = :records AND begins_with(recordssk, :of)'
          : 'recordspk = :records',
        ExpressionAttributeValues: { ':records': records, ...(reference && { ':of': `${reference}#` }) },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    found.push(...Items);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < MOST_ITEMS);
  return found;
}
