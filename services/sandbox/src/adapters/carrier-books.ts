import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import { CarrierParcel } from '../domain/parcel.ts';
import { type CarrierBooks, type ParcelWrite, WEBHOOKS_ATTRIBUTE } from '../ports.ts';

const { TABLE_NAME: TableName } = config();

const parcelKey = (parcelId: string) => ({ pk: `parcel#${parcelId}`, sk: 'parcel' });

/** All parcels are one partition of the index, as intents are. */
const BOOKS = 'carrier';
/** What one answer of the API can carry with room to spare. */
const MOST_PARCELS = 10_000;

const ParcelItem = z.object({ parcel: CarrierParcel, version: z.int() });

/** The carrier's books in the sandbox's table. */
export function carrierBooks(): CarrierBooks {
  return { parcelOf, keep, parcels };
}

const parcelOf: CarrierBooks['parcelOf'] = async (parcelId) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: parcelKey(parcelId), ConsistentRead: true }));
  return Item && ParcelItem.parse(Item);
};

const keep: CarrierBooks['keep'] = (writes) =>
  dynamodb.send(new TransactWriteCommand({ TransactItems: writes.map((write) => ({ Put: putOf(write) })) })).then(
    () => 'kept' as const,
    whenConditionFailed(() => 'changed' as const),
  );

function putOf({ parcel, version, webhooks }: ParcelWrite) {
  return {
    TableName,
    Item: {
      ...parcelKey(parcel.parcelId),
      bookspk: BOOKS,
      bookssk: `${parcel.reference}#${parcel.parcelId}`,
      parcel,
      version: version + 1,
      ...(webhooks.length > 0 && { [WEBHOOKS_ATTRIBUTE]: JSON.stringify(webhooks) }),
    },
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }),
  };
}

const parcels: CarrierBooks['parcels'] = async (reference) => {
  const found: CarrierParcel[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'books',
        KeyConditionExpression: reference ? 'bookspk = :books AND begins_with(bookssk, :of)' : 'bookspk = :books',
        ExpressionAttributeValues: { ':books': BOOKS, ...(reference && { ':of': `${reference}#` }) },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    found.push(...Items.map((item) => ParcelItem.parse(item).parcel));
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < MOST_PARCELS);
  return found;
};
