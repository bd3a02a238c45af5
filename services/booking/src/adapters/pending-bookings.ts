import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { BookingId } from '@waypost/contracts';
import { dynamodb } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { PendingBookings } from '../ports.ts';
import { PENDING_INDEX } from './booking-item.ts';

const Found = z.object({ bookingId: BookingId });

/** Bookings that nobody decided yet, through their index, which follows the table within moments. */
export function pendingBookings(): PendingBookings {
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
      return Items.map((item) => Found.parse(item).bookingId);
    },
  };
}
