import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb } from '@waypost/service-kit';
import { config } from '../config.ts';

const { TABLE_NAME: TableName } = config();

/** Maximum number of items per response. Lambda returns at most 6 MB. */
const MOST_ITEMS = 10_000;

type Item = Readonly<Record<string, unknown>>;

/** The index keys of an item in a provider's books: one partition a provider, sorted by what it is for: an order or a booking. Right for a simulation only. */
export const booksKeys = (books: string, reference: string | undefined, id: string) => ({
  bookspk: books,
  bookssk: `${reference ?? ''}#${id}`,
});

/** All items of a provider's books, or those of one order or booking. */
export async function itemsIn(books: string, reference: string | undefined): Promise<readonly Item[]> {
  const found: Item[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'books',
        KeyConditionExpression: reference ? 'bookspk = :books AND begins_with(bookssk, :of)' : 'bookspk = :books',
        ExpressionAttributeValues: { ':books': books, ...(reference && { ':of': `${reference}#` }) },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    found.push(...Items);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < MOST_ITEMS);
  return found;
}
