import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId } from '@waypost/contracts';
import { dynamodb, type MessageContext, outbox, OUTBOX_ATTRIBUTE, whenConditionFailed } from '@waypost/service-kit';
import { tableConfig } from '../config.ts';
import { PaymentRecord } from '../domain/payment.ts';
import type { Payments } from '../ports.ts';

const { TABLE_NAME: TableName } = tableConfig();

/** One item an order. */
const keyOf = (orderId: OrderId) => ({ pk: `order#${orderId}`, sk: 'payment' });

/** The table of payments, for one message: events that writes cause carry its ids. */
export function paymentTable(context: MessageContext): Payments {
  return {
    of: async (orderId) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: keyOf(orderId), ConsistentRead: true }));
      return Item && PaymentRecord.parse(Item);
    },
    // The whole item is put, so an outbox of the write before is gone where this one causes no events.
    keep: async (record, events = []) => {
      const stored = { ...record, version: record.version + 1 };
      const isNew = record.version === 0;
      return dynamodb
        .send(
          new PutCommand({
            TableName,
            Item: {
              ...keyOf(record.orderId),
              ...stored,
              ...(events.length > 0 && { [OUTBOX_ATTRIBUTE]: outbox(events, context) }),
            },
            ...(isNew
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: 'version = :version',
                  ExpressionAttributeValues: { ':version': record.version },
                }),
          }),
        )
        .then(
          () => stored,
          whenConditionFailed(() => 'changed' as const),
        );
    },
  };
}
