import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { BookingId } from '@waypost/contracts';
import { dynamodb } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { UndecidedBookings } from '../ports.ts';
import { UNDECIDED } from './booking-item.ts';

const Found = z.object({ bookingId: BookingId });

/** Bookings that nobody decided yet, through their index, which follows the table within moments. */
export function undecidedBookings(): UndecidedBookings {
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
      return Items.map((item) => Found.parse(item).bookingId);
    },
  };
}
