import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import { config } from '../config.ts';
import { PaymentIntent } from '../domain/payment-intent.ts';
import { type PaymentBooks, type RememberedAnswer, type Webhook, WEBHOOKS_ATTRIBUTE } from '../ports.ts';

const { TABLE_NAME: TableName } = config();

const intentKey = (id: string) => ({ pk: `intent#${id}`, sk: 'intent' });
const answerKey = (key: string) => ({ pk: `idempotency-key#${key}`, sk: 'answer' });

/** All intents are one partition of the index, sorted by order: right for a simulation, not for a provider. */
const BOOKS = 'payment';
const ofOrder = (orderId = '') => `${orderId}#`;

/** For how long a key is remembered: https://docs.stripe.com/api/idempotent_requests. In seconds. */
const REMEMBERED_FOR = 24 * 60 * 60;
/** What one answer of the API can carry with room to spare: Lambda answers with at most 6 MB. */
const MOST_INTENTS = 10_000;

const IntentItem = z.object({ intent: PaymentIntent, version: z.int() });
const AnswerItem = z.object({ key: z.string(), fingerprint: z.string(), status: z.int(), body: z.string() });

/** The provider's books in the sandbox's table. */
export function paymentBooks(): PaymentBooks {
  return { answerTo, intentOf, keep, intents };
}

const answerTo: PaymentBooks['answerTo'] = async (key) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: answerKey(key), ConsistentRead: true }));
  return Item && AnswerItem.parse(Item);
};

const intentOf: PaymentBooks['intentOf'] = async (id) => {
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: intentKey(id), ConsistentRead: true }));
  return Item && IntentItem.parse(Item);
};

const keep: PaymentBooks['keep'] = async ({ intent, version, webhooks, answer, now }) => {
  const puts = [...(intent ? [intentPut(intent, version, webhooks)] : []), ...(answer ? [answerPut(answer, now)] : [])];
  const [first, ...others] = puts;
  if (!first) return 'kept';
  const write =
    others.length === 0
      ? dynamodb.send(new PutCommand(first))
      : dynamodb.send(new TransactWriteCommand({ TransactItems: puts.map((Put) => ({ Put })) }));
  return write.then(
    () => 'kept' as const,
    whenConditionFailed(() => 'changed' as const),
  );
};

function intentPut(intent: PaymentIntent, version: number, webhooks: readonly Webhook[]) {
  const bookssk = `${ofOrder(intent.metadata['orderId'])}${intent.id}`;
  return {
    TableName,
    Item: {
      ...intentKey(intent.id),
      bookspk: BOOKS,
      bookssk,
      intent,
      version: version + 1,
      ...(webhooks.length > 0 && { [WEBHOOKS_ATTRIBUTE]: JSON.stringify(webhooks) }),
    },
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }),
  };
}

function answerPut(answer: RememberedAnswer, now: string) {
  const expiresAt = Math.floor(Date.parse(now) / 1000) + REMEMBERED_FOR;
  return {
    TableName,
    Item: { ...answerKey(answer.key), ...answer, expiresAt },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
}

const intents: PaymentBooks['intents'] = async (orderId) => {
  const found: PaymentIntent[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'books',
        KeyConditionExpression: orderId ? 'bookspk = :books AND begins_with(bookssk, :order)' : 'bookspk = :books',
        ExpressionAttributeValues: { ':books': BOOKS, ...(orderId && { ':order': ofOrder(orderId) }) },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    found.push(...Items.map((item) => IntentItem.parse(item).intent));
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < MOST_INTENTS);
  return found;
};
