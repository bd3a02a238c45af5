import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { BookingSummary, Flight, Hotel } from '@waypost/contracts';
import { cursorOf, dynamodb, keyOf } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import type { BookingPages } from '../ports.ts';

const IndexKey = z.strictObject({ pk: z.string(), sk: z.string(), shopperpk: z.string(), shoppersk: z.string() });

const Found = BookingSummary.omit({ from: true, to: true, hotelName: true }).extend({ flight: Flight, hotel: Hotel });

/** A shopper's bookings by the index `shopper`, which follows the bookings with a little delay. */
export function bookingPages(): BookingPages {
  const TableName = tableName();
  return {
    pageOf: async (shopperId, { limit, cursor }) => {
      // A cursor that names another shopper's bookings is no cursor of this list.
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
      return { items: Items.map(summaryOf), ...cursorOf(LastEvaluatedKey) };
    },
  };
}

function summaryOf(item: unknown): BookingSummary {
  const { flight, hotel, ...summary } = Found.parse(item);
  return { ...summary, from: flight.from, to: flight.to, hotelName: hotel.name };
}
