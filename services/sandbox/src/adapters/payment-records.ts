import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, whenConflict } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import { BalanceTransaction } from '../domain/payments/balance-transaction.ts';
import { PaymentIntent } from '../domain/payments/payment-intent.ts';
import { type PaymentRecords, type RememberedAnswer, type Webhook, WEBHOOKS_ATTRIBUTE } from '../ports.ts';
import { recordKeys, itemsIn } from './records-index.ts';

const { TABLE_NAME: TableName } = config();

const intentKey = (id: string) => ({ pk: `intent#${id}`, sk: 'intent' });
const transactionKey = (id: string) => ({ pk: `transaction#${id}`, sk: 'transaction' });
const answerKey = (key: string) => ({ pk: `idempotency-key#${key}`, sk: 'answer' });

const BOOKS = 'payment';
/** Balance transactions by when they happened. */
const BALANCE = 'balance';

/** For how long a key is remembered: https://docs.stripe.com/api/idempotent_requests. In seconds. */
const REMEMBERED_FOR = 24 * 60 * 60;

const IntentItem = z.object({ intent: PaymentIntent, version: z.int() });
const AnswerItem = z.object({ key: z.string(), fingerprint: z.string(), status: z.int(), body: z.string() });

/** The provider's books in the sandbox's table. */
export function paymentRecords(): PaymentRecords {
  return { answerTo, intentOf, keep, intents, transactionOf, transactions };
}

const answerTo: PaymentRecords['answerTo'] = async (key) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: answerKey(key), ConsistentRead: true }));
  return Item && AnswerItem.parse(Item);
};

const intentOf: PaymentRecords['intentOf'] = async (id) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: intentKey(id), ConsistentRead: true }));
  return Item && IntentItem.parse(Item);
};

const keep: PaymentRecords['keep'] = async ({ intent, version, webhooks, transactions = [], answer, now }) => {
  const puts = [
    ...(intent ? [intentPut(intent, version, webhooks)] : []),
    ...transactions.map(transactionPut),
    ...(answer ? [answerPut(answer, now)] : []),
  ];
  const [first, ...others] = puts;
  if (!first) return 'kept';
  const write =
    others.length === 0
      ? dynamodb.send(new PutCommand(first))
      : dynamodb.send(new TransactWriteCommand({ TransactItems: puts.map((Put) => ({ Put })) }));
  return write.then(
    () => 'kept' as const,
    whenConflict(() => 'changed' as const),
  );
};

function intentPut(intent: PaymentIntent, version: number, webhooks: readonly Webhook[]) {
  return {
    TableName,
    Item: {
      ...intentKey(intent.id),
      ...recordKeys(BOOKS, intent.metadata['orderId'] ?? intent.metadata['bookingId'], intent.id),
      intent,
      version: version + 1,
      ...(webhooks.length > 0 && { [WEBHOOKS_ATTRIBUTE]: JSON.stringify(webhooks) }),
    },
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }),
  };
}

function transactionPut(transaction: BalanceTransaction) {
  const { id, created } = transaction;
  const place = { recordspk: BALANCE, recordssk: `${created}#${id}` };
  return { TableName, Item: { ...transactionKey(id), ...place, transaction } };
}

function answerPut(answer: RememberedAnswer, now: string) {
  const expiresAt = Math.floor(Date.parse(now) / 1000) + REMEMBERED_FOR;
  return {
    TableName,
    Item: { ...answerKey(answer.key), ...answer, expiresAt },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
}

const intents: PaymentRecords['intents'] = async (reference) =>
  (await itemsIn(BOOKS, reference)).map((item) => IntentItem.parse(item).intent);

const TransactionItem = z.object({ transaction: BalanceTransaction });

const transactionOf: PaymentRecords['transactionOf'] = async (id) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: transactionKey(id), ConsistentRead: true }));
  return Item && TransactionItem.parse(Item).transaction;
};

const transactions: PaymentRecords['transactions'] = async ({ from, behind, limit }) => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      IndexName: 'records',
      KeyConditionExpression: 'recordspk = :balance AND recordssk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':balance': BALANCE, ':from': from, ':to': behind ?? END },
      ScanIndexForward: false,
      Limit: limit + 1,
    }),
  );
  // The query includes its upper bound.
  return Items.map((item) => TransactionItem.parse(item).transaction)
    .filter(({ id, created }) => `${created}#${id}` !== behind)
    .slice(0, limit);
};

/** Behind every time. */
const END = '9999';
