import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DomainEvent } from '@waypost/contracts';
import { dynamodb, type MessageContext, outbox, whenConditionFailed, whenConflict } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import type { Booking } from '../domain/booking.ts';
import type { Bookings } from '../ports.ts';
import { bookingKey, bookingOf, itemOf } from './booking-item.ts';

/** Bookings in the table: one item each, written whole, with what it tells the shop in its outbox. */
export function bookingTable(context: MessageContext): Bookings {
  const TableName = tableName();
  const toItem = (booking: Booking, events: readonly DomainEvent[]) =>
    itemOf(booking, events.length > 0 ? outbox(events, context) : undefined);

  return {
    add: async (booking, events) => {
      const put = new PutCommand({
        TableName,
        Item: toItem(booking, events),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return dynamodb.send(put).then(
        () => ({ added: true, booking }),
        whenConditionFailed((error) => ({ added: false, booking: bookingThere(error) })),
      );
    },

    get: async (bookingId) => {
      const Key = bookingKey(bookingId);
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && bookingOf(Item);
    },

    save: async (next, events) => {
      const put = new PutCommand({
        TableName,
        Item: toItem(next, events),
        ConditionExpression: 'version = :before',
        ExpressionAttributeValues: { ':before': next.version - 1 },
      });
      return dynamodb.send(put).then(
        () => 'saved' as const,
        whenConflict(() => 'changed' as const),
      );
    },
  };
}

/** The document client leaves what a rejected condition gives as the table has it. */
function bookingThere(rejection: unknown): Booking {
  if (rejection instanceof ConditionalCheckFailedException && rejection.Item)
    return bookingOf(unmarshall(rejection.Item));
  throw new Error('The table rejected the booking, but gave none that is there');
}
