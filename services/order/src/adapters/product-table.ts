import { BatchGetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Money, Sku } from '@waypost/contracts';
import { dynamodb, TransientError, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { ProductProjection, Products } from '../ports.ts';

const ProductItem = z.object({ sku: Sku, name: z.string(), price: Money });

const productKey = (sku: Sku) => ({ pk: `product#${sku}`, sk: 'product' }) as const;

/** Products as the order service needs them, from its own table. */
export function productTable(): Products {
  const TableName = tableName();
  return {
    bySku: async (skus) => {
      // A request takes 100 keys, and an order has 40 lines.
      const { Responses, UnprocessedKeys } = await dynamodb.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: skus.map(productKey) } } }),
      );
      if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new TransientError('The table left products unread');
      const products = (Responses?.[TableName] ?? []).map((item) => ProductItem.parse(item));
      return new Map(products.map((product) => [product.sku, product]));
    },
  };
}

/** Projection of `ProductChanged`. An older version never replaces a newer one. */
export function productProjection(): ProductProjection {
  const TableName = tableName();
  return {
    keep: ({ sku, name, price, productVersion }) =>
      dynamodb
        .send(
          new PutCommand({
            TableName,
            Item: { ...productKey(sku), sku, name, price, productVersion },
            ConditionExpression: 'attribute_not_exists(pk) OR productVersion < :version',
            ExpressionAttributeValues: { ':version': productVersion },
          }),
        )
        .then(
          () => 'kept' as const,
          whenConditionFailed(() => 'older' as const),
        ),
  };
}
