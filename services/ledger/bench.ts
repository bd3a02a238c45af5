import { randomUUID } from 'node:crypto';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@waypost/contracts';
import { dynamodb, TransientError, jitteredPause } from '@waypost/service-kit';
import { eventItemOf } from './src/adapters/entry-item.ts';
import { journalItemOf } from './src/adapters/journal-item.ts';
import { journalTable } from './src/adapters/journal-table.ts';
import { postEntry } from './src/app/post-entry.ts';
import { captured, type Entry } from './src/domain/entry.ts';
import { emptyJournal, evolve, journalIdOf, type Posted } from './src/domain/journal.ts';

/** BatchWriteItem takes as many. */
const AT_ONCE = 25;

/** An entry in a journal of the given id, or in the one that its id selects. */
export function anEntry(journalId?: string): Entry {
  for (;;) {
    const id = randomUUID();
    const payableId = OrderId.parse(`ord_${id.replaceAll('-', '')}`);
    const amount = { amount: 11_900, currency: 'EUR' } as const;
    const at = new Date().toISOString();
    const entry = captured({ entryId: id, at, payableId, paymentIntentId: `pi_${id}`, amount, bookedBefore: 0 });
    if (journalId === undefined || journalIdOf(entry) === journalId) return entry;
  }
}

/** Posts an entry like the ledger, and retries after every lost race, like Lambda. */
export const post = (entry: Entry): Promise<'posted' | 'posted_before'> =>
  postEntry({ journals: journalTable(), pause: jitteredPause }, entry).catch((error: unknown) => {
    if (error instanceof TransientError) return post(entry);
    throw error;
  });

/** Tries to append an event as it is; what there is decides. */
export const append = (event: Posted) => journalTable().append(event);

/** Fills a journal with concurrent events and returns its balance; writes a snapshot on request. */
export async function fill(
  journalId: string,
  events: number,
  { snapshot }: { readonly snapshot: boolean },
): Promise<void> {
  const { JOURNALS_TABLE_NAME = '', BOOKS_TABLE_NAME: TableName } = process.env;
  let journal = emptyJournal(journalId);
  let batch: Posted[] = [];
  for (let version = 1; version <= events; version += 1) {
    const event = { journalId, version, entry: anEntry() };
    journal = evolve(journal, event);
    batch.push(event);
    if (batch.length < AT_ONCE && version < events) continue;
    const requests = batch.map((each) => ({ PutRequest: { Item: eventItemOf(each) } }));
    await dynamodb.send(new BatchWriteCommand({ RequestItems: { [JOURNALS_TABLE_NAME]: requests } }));
    batch = [];
  }
  if (snapshot) await dynamodb.send(new PutCommand({ TableName, Item: journalItemOf(1, journal) }));
}

let itemsRead = 0;
dynamodb.middlewareStack.add(
  (next) => async (asked) => {
    const answer = await next(asked);
    const { output } = answer;
    if ('Items' in output) itemsRead += output.Items?.length ?? 0;
    else if ('Item' in output) itemsRead += output.Item === undefined ? 0 : 1;
    return answer;
  },
  { step: 'initialize', name: 'countItemsRead' },
);

/** Loads a journal as the ledger does before it appends, and gives its version, and how many items were read for it. */
export async function load(journalId: string): Promise<{ readonly version: number; readonly itemsRead: number }> {
  const before = itemsRead;
  const { version } = await journalTable().load(journalId);
  return { version, itemsRead: itemsRead - before };
}
