import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { configFrom, dynamodb, whenConditionFailed } from '@waypost/service-kit';
import * as z from 'zod';
import type { MailLog } from '../ports.ts';

const { TABLE_NAME: TableName } = configFrom({ TABLE_NAME: z.string().min(1) });

/**
 * Seconds for which a mail is claimed: longer than the function's timeout, shorter than the queue's visibility timeout.
 */
const IN_HAND_SECONDS = 30;
/** Longer than any message lives: 4 days in the queue and 14 in its dead letters. */
const KEPT_DAYS = 30;

const keyOf = (messageId: string) => ({ pk: `mail#${messageId}`, sk: 'mail' });

/** The table of mails sent. It knows ids and times, no addresses and no texts. */
export function mailLogTable(): MailLog {
  return { claim, noteSent, release };
}

const claim: MailLog['claim'] = (messageId, now) => {
  const time = Date.parse(now);
  return dynamodb
    .send(
      new UpdateCommand({
        TableName,
        Key: keyOf(messageId),
        UpdateExpression: 'SET inHandUntil = :until, expiresAt = :expiresAt',
        ConditionExpression:
          'attribute_not_exists(sentAt) AND (attribute_not_exists(inHandUntil) OR inHandUntil < :now)',
        ExpressionAttributeValues: {
          ':now': now,
          ':until': new Date(time + IN_HAND_SECONDS * 1000).toISOString(),
          ':expiresAt': Math.floor(time / 1000) + KEPT_DAYS * 24 * 60 * 60,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    .then(
      () => 'claimed' as const,
      whenConditionFailed((error) =>
        'Item' in error && error.Item?.['sentAt'] ? ('sent_before' as const) : ('in_other_hands' as const),
      ),
    );
};

const noteSent: MailLog['noteSent'] = async (messageId, now) => {
  await dynamodb.send(
    new UpdateCommand({
      TableName,
      Key: keyOf(messageId),
      UpdateExpression: 'SET sentAt = :now REMOVE inHandUntil',
      ExpressionAttributeValues: { ':now': now },
    }),
  );
};

const release: MailLog['release'] = async (messageId) => {
  await dynamodb.send(new UpdateCommand({ TableName, Key: keyOf(messageId), UpdateExpression: 'REMOVE inHandUntil' }));
};
