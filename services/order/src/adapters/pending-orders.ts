import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@waypost/contracts';
import { dynamodb } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { PendingOrders } from '../ports.ts';
import { PENDING_INDEX } from './order-item.ts';

const Found = z.object({ orderId: OrderId });

/** Orders that nobody decided yet, through their index, which follows the table within moments. */
export function pendingOrders(): PendingOrders {
  const TableName = tableName();
  return {
    unchangedSince: async (then, Limit) => {
      const { Items = [] } = await dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: 'pending',
          KeyConditionExpression: 'pendingpk = :undecided AND pendingsk < :then',
          ExpressionAttributeValues: { ':undecided': PENDING_INDEX, ':then': then },
          Limit,
        }),
      );
      return Items.map((item) => Found.parse(item).orderId);
    },
  };
}
