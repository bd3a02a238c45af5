import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { OrderSummary } from '@waypost/contracts';
import { cursorOf, dynamodb, keyOf } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { OrderPages } from '../ports.ts';

const IndexKey = z.strictObject({ pk: z.string(), sk: z.string(), shopperpk: z.string(), shoppersk: z.string() });

/** A shopper's orders by the index `shopper`, which follows the orders with a little delay. */
export function orderPages(): OrderPages {
  const TableName = tableName();
  return {
    pageOf: async (shopperId, { limit, cursor }) => {
      // A cursor that names another shopper's orders is no cursor of this list.
      const ownKey = IndexKey.extend({ shopperpk: z.literal(shopperId as string) });
      const ExclusiveStartKey = keyOf(cursor, (key) => ownKey.safeParse(key).data);
      const { Items = [], LastEvaluatedKey } = await dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: 'shopper',
          KeyConditionExpression: 'shopperpk = :shopper',
          ExpressionAttributeValues: { ':shopper': shopperId },
          ScanIndexForward: false,
          Limit: limit,
          ExclusiveStartKey,
        }),
      );
      return { items: Items.map((item) => OrderSummary.parse(item)), ...cursorOf(LastEvaluatedKey) };
    },
  };
}
