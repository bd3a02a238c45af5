import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { OrderId, Sku } from '@waypost/contracts';
import { dynamodb, jitteredPause, type MessageContext, TransientError, whenConflict } from '@waypost/service-kit';
import { config } from '../config.ts';
import type { StockLevels } from '../domain/stock.ts';
import type { StockStore } from '../ports.ts';
import {
  isStock,
  itemOfReservation,
  itemOfStock,
  reservationKey,
  reservationOfItem,
  stockKey,
  stockOfItem,
} from './stock-items.ts';

type Item = Readonly<Record<string, unknown>>;

const MAX_READS = 5;

/**
 * Stock and reservations in one table. Every write puts a whole item if it is still at the version that was read, so no
 * write keeps the outbox of an earlier one. An order has at most 40 products: with its reservation well below the 100
 * keys of a BatchGetItem and the 100 items of a transaction.
 */
export function stockTable(context: MessageContext): StockStore {
  const { TABLE_NAME: TableName } = config();

  return {
    stockOf: async (sku) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: stockKey(sku), ConsistentRead: true }));
      return Item && stockOfItem(Item);
    },
    levelsOf: async (skus) => levelsIn(skus.length > 0 ? await batchGet(TableName, skus.map(stockKey)) : []),
    reservationOf: async (orderId) => {
      const { Item } = await dynamodb.send(
        new GetCommand({ TableName, Key: reservationKey(orderId), ConsistentRead: true }),
      );
      return Item && reservationOfItem(Item);
    },
    reservationAndLevelsOf: async (orderId: OrderId, skus: readonly Sku[]) => {
      const items = await batchGet(TableName, [reservationKey(orderId), ...skus.map(stockKey)]);
      const reservation = items.find((item) => !isStock(item));
      return { ...(reservation && { reservation: reservationOfItem(reservation) }), levels: levelsIn(items) };
    },
    save: async ({ reservation, stocks }) => {
      const items = [
        ...(reservation ? [itemOfReservation(reservation, context)] : []),
        ...stocks.map((change) => itemOfStock(change, context)),
      ];
      return write(items.map((item) => ({ TableName, Item: item, ...unchangedSince(item.version - 1) }))).then(
        () => 'saved' as const,
        whenConflict(() => 'changed' as const),
      );
    },
  };
}

function levelsIn(items: readonly Item[]): StockLevels {
  return new Map(
    items
      .filter(isStock)
      .map(stockOfItem)
      .map((stock) => [stock.sku, stock]),
  );
}

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': version } };

type Put = ConstructorParameters<typeof PutCommand>[0];

/** A transaction costs twice as much, so one item alone is put by itself. */
async function write(puts: readonly Put[]): Promise<void> {
  const [only, ...others] = puts;
  if (only && others.length === 0) await dynamodb.send(new PutCommand(only));
  else await dynamodb.send(new TransactWriteCommand({ TransactItems: puts.map((put) => ({ Put: put })) }));
}

/**
 * Reads consistently, and repeats unprocessed keys of a busy table. Source:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
async function batchGet(table: string, keys: readonly Record<string, string>[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  let missing: BatchGetCommandInput['RequestItems'] = { [table]: { Keys: [...keys], ConsistentRead: true } };
  for (let reads = 1; reads <= MAX_READS; reads += 1) {
    const answer: BatchGetCommandOutput = await dynamodb.send(new BatchGetCommand({ RequestItems: missing }));
    found.push(...(answer.Responses?.[table] ?? []));
    if (!answer.UnprocessedKeys?.[table]) return found;
    missing = answer.UnprocessedKeys;
    await jitteredPause(reads);
  }
  throw new TransientError('The table is too busy to be read');
}
