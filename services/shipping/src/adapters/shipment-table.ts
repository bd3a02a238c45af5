import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { dynamodb, type MessageContext, whenConflict } from '@waypost/service-kit';
import { config } from '../config.ts';
import type { ShipmentStore } from '../ports.ts';
import { itemOfShipments, shipmentsKey, shipmentsOfItem } from './shipment-items.ts';

/** One item an order: its shipments, its tombstone and the address change together in one conditional write. */
export function shipmentTable(context: MessageContext): ShipmentStore {
  const { TABLE_NAME: TableName } = config();

  return {
    shipmentsOf: async (orderId) => {
      const { Item } = await dynamodb.send(
        new GetCommand({ TableName, Key: shipmentsKey(orderId), ConsistentRead: true }),
      );
      return Item && shipmentsOfItem(Item);
    },
    save: async (next, events) => {
      const put = new PutCommand({
        TableName,
        Item: itemOfShipments(next, events, context),
        ...unchangedSince(next.version),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return dynamodb.send(put).then(
        () => ({ outcome: 'saved' as const }),
        whenConflict((error) => ({ outcome: 'changed' as const, current: currentIn(error) })),
      );
    },
  };
}

const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': version } };

/** The document client leaves the item of a rejection as DynamoDB writes it. Source: https://github.com/aws/aws-sdk-js-v3/issues/6723 */
function currentIn(error: Error) {
  const item = error instanceof ConditionalCheckFailedException ? error.Item : undefined;
  return item && shipmentsOfItem(unmarshall(item));
}
