import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { BalanceTransactionReported } from '@waypost/contracts';
import { dynamodb, type MessageContext, outbox, OUTBOX_ATTRIBUTE, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import { tableConfig } from '../config.ts';
import type { ReportedTransactions } from '../ports.ts';

const Key = { pk: 'balance-report', sk: 'since' };
const Since = z.object({ since: z.string() });

/** Published balance transactions: one item each, which carries its event. */
export function reportedTable(context: MessageContext): ReportedTransactions {
  const { TABLE_NAME: TableName } = tableConfig();
  return {
    since: async () => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && Since.parse(Item).since;
    },
    add: (transaction) => {
      const { transactionId } = transaction;
      const event = BalanceTransactionReported.build(transactionId, transaction);
      const Item = {
        pk: `transaction#${transactionId}`,
        sk: 'transaction',
        [OUTBOX_ATTRIBUTE]: outbox([event], context),
      };
      const put = new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
      return dynamodb.send(put).then(
        () => 'added' as const,
        whenConditionFailed(() => 'known' as const),
      );
    },
    saveSince: async (since) => {
      await dynamodb.send(new PutCommand({ TableName, Item: { ...Key, since } }));
    },
  };
}
