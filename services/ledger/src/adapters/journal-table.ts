import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodb, whenConditionFailed } from '@waypost/service-kit';
import { ledgerConfig, journalsConfig, reconciliationConfig } from '../config.ts';
import { evolve, type Posted } from '../domain/journal.ts';
import type { Journals } from '../ports.ts';
import { balanceKey, balanceOfItem, bookedBy } from './balance-item.ts';
import { eventItemOf, eventOfItem, journalKey, versionKey } from './entry-item.ts';
import { currentGeneration } from './generations.ts';
import { journalOfItem, projectedKey } from './journal-item.ts';

/** Behind every version. */
const END = ':';
/** Events that are read at once. */
const PAGE = 200;

/** The event store: an item for each event, and one for each entry, which is posted once. What an entry moves of a payment is counted by the same transaction. */
export function journalTable(): Journals {
  const { JOURNALS_TABLE_NAME: TableName } = journalsConfig();
  const { BOOKS_TABLE_NAME } = ledgerConfig();
  const { RECONCILIATION_TABLE_NAME } = reconciliationConfig();
  const isNew = 'attribute_not_exists(pk)';
  const isThere = 'attribute_exists(pk)';
  const next: Journals['next'] = (journal) => eventsAfter(TableName, journal);
  return {
    load: async (journalId) => {
      const Key = projectedKey(await currentGeneration(), journalId);
      const { Item } = await dynamodb.send(new GetCommand({ TableName: BOOKS_TABLE_NAME, Key, ConsistentRead: true }));
      const snapshot = journalOfItem(journalId, Item);
      let journal = snapshot;
      for (let events = await next(snapshot); events.length > 0; events = await next(journal)) {
        journal = events.reduce(evolve, journal);
      }
      return journal;
    },
    next,
    booked: async (paymentIntentId) => {
      const Key = balanceKey(paymentIntentId);
      const { Item } = await dynamodb.send(
        new GetCommand({ TableName: RECONCILIATION_TABLE_NAME, Key, ConsistentRead: true }),
      );
      return Item ? balanceOfItem(Item).booked : 0;
    },
    append: (event, bookedBefore) => {
      const marker = { pk: `posting#${event.entry.entryId}`, sk: 'posting', posted: event.version };
      const Items = [marker, eventItemOf(event)];
      const TransactItems = [
        ...Items.map((Item) => ({ Put: { TableName, Item, ConditionExpression: isNew } })),
        // The previous event has to exist, so that the journal has no gap.
        ...(event.version > 1
          ? [{ ConditionCheck: { TableName, ...placeOf(event, -1), ConditionExpression: isThere } }]
          : []),
        ...bookedBy(RECONCILIATION_TABLE_NAME, event.entry, bookedBefore),
      ];
      return dynamodb.send(new TransactWriteCommand({ TransactItems })).then(
        () => 'posted' as const,
        whenConditionFailed((error) => {
          // The marker is the first item, so its reason is the first too.
          const reason = 'CancellationReasons' in error ? error.CancellationReasons?.[0]?.Code : undefined;
          return reason === 'ConditionalCheckFailed' ? ('posted_before' as const) : ('changed' as const);
        }),
      );
    },
  };
}

/** Key of an event of the journal. */
const placeOf = ({ journalId, version }: Posted, behind: number) => ({
  Key: { pk: journalKey(journalId), sk: versionKey(version + behind) },
});

async function eventsAfter(
  TableName: string,
  { journalId, version }: { readonly journalId: string; readonly version: number },
): Promise<readonly Posted[]> {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :journal AND sk BETWEEN :next AND :end',
      ExpressionAttributeValues: { ':journal': journalKey(journalId), ':next': versionKey(version + 1), ':end': END },
      ConsistentRead: true,
      Limit: PAGE,
    }),
  );
  return Items.map(eventOfItem);
}
