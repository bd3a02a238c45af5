import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  dynamodb,
  type MessageContext,
  outbox,
  OUTBOX_ATTRIBUTE,
  whenConditionFailed,
  whenConflict,
} from '@waypost/service-kit';
import * as z from 'zod';
import { reconciliationConfig } from '../config.ts';
import type { PaymentBalance } from '../domain/reconciliation.ts';
import type { PaymentBalances } from '../ports.ts';
import { balanceKey, balanceOfItem, counted } from './balance-item.ts';

const CheckedKey = { pk: 'reconciliation', sk: 'checked' };
const Checked = z.object({ at: z.string() });
/** Maximum number of payments per run, earliest change first. The next run continues. */
const AT_ONCE = 1000;

/** Payments side by side, and by their state through an index, which follows the table within moments. */
export function balanceTable(context: MessageContext): PaymentBalances {
  const { RECONCILIATION_TABLE_NAME: TableName } = reconciliationConfig();
  const inState = async (state: PaymentBalance['state'], before = '9999'): Promise<readonly PaymentBalance[]> => {
    const found: PaymentBalance[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await dynamodb.send(
        new QueryCommand({
          TableName,
          IndexName: 'state',
          KeyConditionExpression: 'statepk = :state AND statesk < :before',
          ExpressionAttributeValues: { ':state': state, ':before': before },
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      found.push(...Items.map(balanceOfItem));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey && found.length < AT_ONCE);
    return found;
  };
  return {
    add: ({ transactionId, ...transaction }) => {
      const marker = { pk: `transaction#${transactionId}`, sk: 'transaction' };
      const put = { TableName, Item: marker, ConditionExpression: 'attribute_not_exists(pk)' };
      const TransactItems = [{ Put: put }, counted(TableName, 'provided', transaction)];
      return dynamodb.send(new TransactWriteCommand({ TransactItems })).then(
        () => 'added' as const,
        whenConditionFailed((error) => {
          const reasons = 'CancellationReasons' in error ? error.CancellationReasons : undefined;
          // Only the marker has a condition; all else that cancels is a collision, which is tried again.
          if (reasons?.[0]?.Code === 'ConditionalCheckFailed') return 'known' as const;
          throw error;
        }),
      );
    },
    open: (before) => inState('open', before),
    differing: () => inState('differs'),
    settle: (balance, { state }, events) => {
      const { paymentIntentId, booked, provided, since } = balance;
      const published = state === 'differs' ? { published: { booked, provided } } : {};
      const caused = events.length > 0 && { [OUTBOX_ATTRIBUTE]: outbox(events, context) };
      const { published: _published, state: _state, ...kept } = balance;
      const Item = {
        ...balanceKey(paymentIntentId),
        ...kept,
        ...published,
        ...caused,
        statepk: state,
        statesk: `${since}#${paymentIntentId}`,
      };
      const put = new PutCommand({
        TableName,
        Item,
        ConditionExpression:
          '(booked = :booked OR (attribute_not_exists(booked) AND :booked = :none)) AND (provided = :provided OR (attribute_not_exists(provided) AND :provided = :none)) AND since = :since',
        ExpressionAttributeValues: { ':booked': booked, ':provided': provided, ':since': since, ':none': 0 },
      });
      return dynamodb.send(put).then(
        () => 'settled' as const,
        whenConflict(() => 'changed' as const),
      );
    },
    checkedAt: async () => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: CheckedKey, ConsistentRead: true }));
      return Item && Checked.parse(Item).at;
    },
    check: async (at) => {
      const UpdateExpression = 'SET #at = :at';
      const names = { ExpressionAttributeNames: { '#at': 'at' }, ExpressionAttributeValues: { ':at': at } };
      await dynamodb.send(new UpdateCommand({ TableName, Key: CheckedKey, UpdateExpression, ...names }));
    },
  };
}
