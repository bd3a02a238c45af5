import { PutCommand, QueryCommand, type QueryCommandInput, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { Mail } from '@waypost/contracts';
import { dynamodb, whenConditionFailed } from '@waypost/service-kit';
import { config } from '../config.ts';
import type { Inbox } from '../ports.ts';

const { TABLE_NAME: TableName } = config();

/** Maximum number of mails per response. */
const SHOWN = 100;
/** Seconds until a mail is deleted: mails contain personal data. */
const KEPT_FOR = 30 * 24 * 60 * 60;

/** Mail addresses are compared without case. */
const addressKey = (address: string) => address.toLowerCase();

/** The inbox in the sandbox's table: one item a mail, found by address through the index. */
export function inboxTable(): Inbox {
  return { receive, mailsTo };
}

const receive: Inbox['receive'] = async (mail) => {
  await dynamodb
    .send(
      new PutCommand({
        TableName,
        Item: {
          pk: `mail#${mail.messageId}`,
          sk: 'mail',
          inboxpk: addressKey(mail.to),
          inboxsk: `${mail.sentAt}#${mail.messageId}`,
          ...mail,
          expiresAt: Math.floor(Date.parse(mail.sentAt) / 1000) + KEPT_FOR,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
    .then(
      () => undefined,
      whenConditionFailed(() => undefined),
    );
};

const mailsTo: Inbox['mailsTo'] = async (address, about) => {
  const found: Mail[] = [];
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page: QueryCommandOutput = await dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'inbox',
        KeyConditionExpression: 'inboxpk = :address',
        ...(about !== undefined && { FilterExpression: 'contains(subject, :about)' }),
        ExpressionAttributeValues: { ':address': addressKey(address), ...(about !== undefined && { ':about': about }) },
        ScanIndexForward: false,
        ...(about === undefined && { Limit: SHOWN }),
        ExclusiveStartKey,
      }),
    );
    found.push(...(page.Items ?? []).map((item) => Mail.parse(item)));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < SHOWN);
  return found.slice(0, SHOWN);
};
