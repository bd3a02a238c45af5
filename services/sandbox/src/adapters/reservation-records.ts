import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, whenConditionFailed, whenConflict } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import { Reservation } from '../domain/trips/reservation.ts';
import type { ReservationRecords } from '../ports.ts';
import { recordKeys, itemsIn } from './records-index.ts';

const { TABLE_NAME: TableName } = config();

const ReservationItem = z.object({ reservation: Reservation });

/**
 * Reservations of an airline or a hotel in the sandbox's table. Each unit has a `capacity`, and an item that counts its
 * reservations.
 */
export function reservationRecords(provider: 'airline' | 'hotel', capacity: number): ReservationRecords {
  const keyOf = (key: string) => ({ pk: `${provider}#${key}`, sk: 'reservation' });
  const itemOf = (reservation: Reservation) => ({
    ...keyOf(reservation.key),
    ...recordKeys(provider, reservation.reference, reservation.key),
    reservation,
    cancelled: reservation.cancelled,
  });
  const counts = ({ units, quantity }: Reservation, more: 1 | -1) =>
    units.map((unit) => ({
      Update: {
        TableName,
        Key: { pk: `${provider}-unit#${unit}`, sk: 'taken' },
        UpdateExpression: 'ADD taken :more',
        ExpressionAttributeValues: { ':more': more * quantity, ...(more > 0 && { ':most': capacity - quantity }) },
        ...(more > 0 && { ConditionExpression: 'attribute_not_exists(taken) OR taken <= :most' }),
      },
    }));

  return {
    of: async (key) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      return Item && ReservationItem.parse(Item).reservation;
    },
    take: async (reservation) => {
      if (reservation.quantity > capacity) return 'full';
      const put = { TableName, Item: itemOf(reservation), ConditionExpression: 'attribute_not_exists(pk)' };
      const TransactItems = [{ Put: put }, ...counts(reservation, 1)];
      return dynamodb.send(new TransactWriteCommand({ TransactItems })).then(
        () => 'kept' as const,
        whenConditionFailed((error) => {
          // The reservation is the first item, so a failed condition there means a lost race.
          const [own, ...units] = ('CancellationReasons' in error ? error.CancellationReasons : undefined) ?? [];
          const isFull = own?.Code !== FAILED && units.some(({ Code }) => Code === FAILED);
          return isFull ? ('full' as const) : ('changed' as const);
        }),
      );
    },
    release: (cancelled, there) => {
      const put = {
        TableName,
        Item: itemOf(cancelled),
        ...(there
          ? { ConditionExpression: 'cancelled = :no', ExpressionAttributeValues: { ':no': false } }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      };
      return dynamodb.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, ...counts(cancelled, -1)] })).then(
        () => 'kept' as const,
        whenConflict(() => 'changed' as const),
      );
    },
    reservations: async (reference) =>
      (await itemsIn(provider, reference)).map((item) => ReservationItem.parse(item).reservation),
  };
}

const FAILED = 'ConditionalCheckFailed';
