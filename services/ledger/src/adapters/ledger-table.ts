import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { AccountEntry, AccountId, Currency } from '@waypost/contracts';
import { dynamodb, whenConflict } from '@waypost/service-kit';
import * as z from 'zod';
import { ledgerConfig } from '../config.ts';
import { type Entry, type Line, sumOf } from '../domain/entry.ts';
import type { Journal, Posted } from '../domain/journal.ts';
import type { Books, Projections } from '../ports.ts';
import { versionKey } from './entry-item.ts';
import { accountKey, currentGeneration, inGeneration, SUMS, TOTALS } from './generations.ts';
import { journalItemOf, journalOfItem, projectedKey } from './journal-item.ts';

const SumsItem = z.object({ accountId: AccountId, currency: Currency, debits: z.int(), credits: z.int() });
const TotalsItem = SumsItem.omit({ accountId: true });

/** Reads the projected ledger. */
export function books(): Books {
  const { BOOKS_TABLE_NAME: TableName } = ledgerConfig();
  const all = async (partition: string) => {
    const pk = inGeneration(await currentGeneration(), partition);
    const { Items = [] } = await dynamodb.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    );
    return Items;
  };
  return {
    accounts: async () => (await all(SUMS)).map((item) => SumsItem.parse(item)),
    totals: async () => (await all(TOTALS)).map((item) => TotalsItem.parse(item)),
    entriesOf: async (accountId, { limit, after }) => {
      const pk = inGeneration(await currentGeneration(), accountKey(accountId));
      const { Items = [], LastEvaluatedKey } = await dynamodb.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ScanIndexForward: false,
          Limit: limit,
          ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
        }),
      );
      const next = z.object({ sk: z.string() }).optional().parse(LastEvaluatedKey)?.sk;
      return { entries: Items.map((item) => AccountEntry.parse(item)), next };
    },
    entriesIn: async (accountId, month) => {
      const pk = inGeneration(await currentGeneration(), accountKey(accountId));
      const found: AccountEntry[] = [];
      let ExclusiveStartKey: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await dynamodb.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :month)',
            ExpressionAttributeValues: { ':pk': pk, ':month': `${month}-` },
            ...(ExclusiveStartKey && { ExclusiveStartKey }),
          }),
        );
        found.push(...Items.map((item) => AccountEntry.parse(item)));
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return found;
    },
  };
}

/**
 * Writes the projection of one generation: an event with the journal after it, which is the checkpoint, in one
 * transaction.
 */
export function projections(generation: number): Projections {
  const { BOOKS_TABLE_NAME: TableName } = ledgerConfig();
  return {
    projected: async (journalId) => {
      const Key = projectedKey(generation, journalId);
      const { Item } = await dynamodb.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return journalOfItem(journalId, Item);
    },
    project: (event, after) =>
      dynamodb
        .send(new TransactWriteCommand({ TransactItems: writesOf({ TableName, generation }, event, after) }))
        .then(
          () => 'projected' as const,
          whenConflict(() => 'changed' as const),
        ),
  };
}

function writesOf(
  { TableName, generation }: { readonly TableName: string; readonly generation: number },
  { entry, journalId, version }: Posted,
  after: Journal,
) {
  const { currency, lines } = entry;
  const added = (pk: string, sk: string, of: readonly Line[], fields: Readonly<Record<string, string>>) => ({
    Update: {
      TableName,
      Key: { pk: inGeneration(generation, pk), sk },
      UpdateExpression: `ADD debits :debits, credits :credits SET ${Object.keys(fields)
        .map((name) => `#${name} = :${name}`)
        .join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(Object.keys(fields).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ':debits': sumOf(of, 'debit'),
        ':credits': sumOf(of, 'credit'),
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
      },
    },
  });
  return [
    {
      Put: {
        TableName,
        Item: journalItemOf(generation, after),
        ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : 'version = :before',
        ...(version > 1 && { ExpressionAttributeValues: { ':before': version - 1 } }),
      },
    },
    added(TOTALS, currency, lines, { currency }),
    ...lines.flatMap((line) => [
      added(SUMS, `${currency}#${line.account}`, [line], { currency, accountId: line.account }),
      { Put: { TableName, Item: lineItemOf(generation, entry, line, `${journalId}#${versionKey(version)}`) } },
    ]),
  ];
}

function lineItemOf(
  generation: number,
  { entryId, kind, about, currency, at }: Entry,
  { account, side, amount }: Line,
  place: string,
) {
  const pk = inGeneration(generation, accountKey(account));
  return { pk, sk: `${at}#${place}`, entryId, kind, about: about.id, currency, side, amount, at };
}
