import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@waypost/contracts';
import { dynamodb } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { UndecidedOrders } from '../ports.ts';
import { UNDECIDED } from './order-item.ts';

const Found = z.object({ orderId: OrderId });

/** Orders that nobody decided yet, through their index, which follows the table within moments. */
export function undecidedOrders(): UndecidedOrders {
  const TableName = tableName();
  return {
    unchangedSince: async (then, Limit) => {
      const { Items = [] } = await dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: 'undecided',
          KeyConditionExpression: 'undecidedpk = :undecided AND undecidedsk < :then',
          ExpressionAttributeValues: { ':undecided': UNDECIDED, ':then': then },
          Limit,
        }),
      );
      return Items.map((item) => Found.parse(item).orderId);
    },
  };
}
