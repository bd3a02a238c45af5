import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@waypost/contracts';
import { dynamodb } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import type { ExpiredReservations } from '../ports.ts';
import { HELD } from './stock-items.ts';

const Found = z.object({ orderId: OrderId });

/** Reservations whose time is over, through their index, which follows the table within moments. */
export function expiredReservations(): ExpiredReservations {
  const { TABLE_NAME: TableName } = config();
  return {
    heldUntil: async (then, Limit) => {
      const { Items = [] } = await dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: 'expiry',
          KeyConditionExpression: 'expirypk = :held AND expirysk < :then',
          ExpressionAttributeValues: { ':held': HELD, ':then': then },
          Limit,
        }),
      );
      return Items.map((item) => Found.parse(item).orderId);
    },
  };
}
