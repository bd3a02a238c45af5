import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DomainEvent } from '@waypost/contracts';
import { dynamodb, type MessageContext, outbox, whenConditionFailed, whenConflict } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import type { Order } from '../domain/order/order.ts';
import type { Orders } from '../ports.ts';
import { itemOf, orderKey, orderOf } from './order-item.ts';

/** Orders in the table: one item each, written whole, with what it tells the shop in its outbox. */
export function orderTable(context: MessageContext): Orders {
  const TableName = tableName();
  const toItem = (order: Order, events: readonly DomainEvent[]) =>
    itemOf(order, events.length > 0 ? outbox(events, context) : undefined);

  return {
    add: async (order, events) => {
      const put = new PutCommand({
        TableName,
        Item: toItem(order, events),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return dynamodb.send(put).then(
        () => ({ added: true, order }),
        whenConditionFailed((error) => ({ added: false, order: orderThere(error) })),
      );
    },

    get: async (orderId) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: orderKey(orderId), ConsistentRead: true }));
      return Item && orderOf(Item);
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
function orderThere(rejection: unknown): Order {
  if (rejection instanceof ConditionalCheckFailedException && rejection.Item)
    return orderOf(unmarshall(rejection.Item));
  throw new Error('The table rejected the order, but gave none that is there');
}
