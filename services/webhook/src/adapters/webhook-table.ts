import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, type MessageContext, outbox, OUTBOX_ATTRIBUTE, whenConditionFailed } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import type { Provider } from '../domain/provider-event.ts';
import type { Webhooks } from '../ports.ts';

const TableName = tableName();

/** Longer than any provider sends a webhook again; a copy that is older is rejected by the time of its signature. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** The webhooks of one provider, for one message: what they mean carries its ids. */
export function webhookTable(provider: Provider, context: MessageContext): Webhooks {
  const keyOf = (id: string) => ({ pk: `webhook#${provider}#${id}`, sk: 'webhook' });
  return {
    // Eventually consistent, for half the price: what it doesn't see yet, the condition below does.
    isKept: async (id) => {
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: keyOf(id), ProjectionExpression: 'pk' }));
      return Item !== undefined;
    },
    keep: async ({ id, type }, meaning) => {
      const { now } = context;
      const Item = {
        ...keyOf(id),
        type,
        keptAt: now,
        expiresAt: Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS,
        ...(meaning && { [OUTBOX_ATTRIBUTE]: outbox([meaning], context) }),
      };
      return dynamodb.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })).then(
        () => 'kept' as const,
        whenConditionFailed(() => 'known' as const),
      );
    },
  };
}
