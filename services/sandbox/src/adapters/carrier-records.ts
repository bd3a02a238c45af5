import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, whenConflict } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import { CarrierParcel } from '../domain/carrier/parcel.ts';
import { type CarrierRecords, type ParcelWrite, WEBHOOKS_ATTRIBUTE } from '../ports.ts';
import { recordKeys, itemsIn } from './records-index.ts';

const { TABLE_NAME: TableName } = config();

const parcelKey = (parcelId: string) => ({ pk: `parcel#${parcelId}`, sk: 'parcel' });

const BOOKS = 'carrier';

const ParcelItem = z.object({ parcel: CarrierParcel, version: z.int() });

/** The carrier's books in the sandbox's table. */
export function carrierRecords(): CarrierRecords {
  return { parcelOf, keep, parcels };
}

const parcelOf: CarrierRecords['parcelOf'] = async (parcelId) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: parcelKey(parcelId), ConsistentRead: true }));
  return Item && ParcelItem.parse(Item);
};

const keep: CarrierRecords['keep'] = (writes) =>
  dynamodb.send(new TransactWriteCommand({ TransactItems: writes.map((write) => ({ Put: putOf(write) })) })).then(
    () => 'kept' as const,
    whenConflict(() => 'changed' as const),
  );

function putOf({ parcel, version, webhooks }: ParcelWrite) {
  return {
    TableName,
    Item: {
      ...parcelKey(parcel.parcelId),
      ...recordKeys(BOOKS, parcel.reference, parcel.parcelId),
      parcel,
      version: version + 1,
      ...(webhooks.length > 0 && { [WEBHOOKS_ATTRIBUTE]: JSON.stringify(webhooks) }),
    },
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }),
  };
}

const parcels: CarrierRecords['parcels'] = async (reference) =>
  (await itemsIn(BOOKS, reference)).map((item) => ParcelItem.parse(item).parcel);
