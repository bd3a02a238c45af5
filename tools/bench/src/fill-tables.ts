import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;
const BATCH = 25;
const AT_ONCE = 4;

/** Fills the shop's tables with what that many orders like this one leave in them, as if they had been long ago. */
export async function fillTables(orderId: string, orders: number): Promise<void> {
  const client = new DynamoDBClient({});
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const table of TableNames.filter((name) => name.startsWith('waypost-local-'))) {
    const left = await itemsOf(client, table, orderId);
    const copies = left.flatMap((item) => Array.from({ length: orders }, (_, index) => copyOf(item, orderId, index)));
    await put(client, table, copies);
  }
}

async function itemsOf(client: DynamoDBClient, TableName: string, orderId: string): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
    found.push(...Items.filter((item) => item['pk']?.S?.includes(orderId)));
  }
  return found;
}

/** The same item for another order, with an empty outbox. */
export function copyOf({ outbox: _told, ...item }: Item, orderId: string, index: number): Item {
  const another = `ord_${index.toString(16).padStart(orderId.length - 4, '0')}`;
  return JSON.parse(JSON.stringify(item).replaceAll(orderId, another));
}

async function put(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const RequestItems = { [table]: batch.map((Item) => ({ PutRequest: { Item } })) };
      await client.send(new BatchWriteItemCommand({ RequestItems }));
    }
  });
  await Promise.all(workers);
}
