import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isOrderId, type PayableId } from '@waypost/contracts';
import { dynamodb, type MessageContext, outbox, OUTBOX_ATTRIBUTE, whenConflict } from '@waypost/service-kit';
import { tableConfig } from '../config.ts';
import { PaymentRecord } from '../domain/payment.ts';
import type { Payments } from '../ports.ts';

const { TABLE_NAME: TableName } = tableConfig();

/** One item a payment. */
const keyOf = (id: PayableId) => ({ pk: `${isOrderId(id) ? 'order' : 'booking'}#${id}`, sk: 'payment' });

/** Records from before bookings were paid for name their order. */
const recordOf = ({ orderId, ...item }: Record<string, unknown>): PaymentRecord =>
  PaymentRecord.parse({ payableId: orderId, ...item });

/** The table of payments, for one message: events that writes cause carry its ids. */
export function paymentTable(context: MessageContext): Payments {
  return {
    of: async (payableId) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: keyOf(payableId), ConsistentRead: true }));
      return Item && recordOf(Item);
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
              ...keyOf(record.payableId),
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
          whenConflict(() => 'changed' as const),
        );
    },
  };
}
