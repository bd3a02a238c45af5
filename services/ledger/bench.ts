import { randomUUID } from 'node:crypto';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@waypost/contracts';
import { dynamodb } from '@waypost/service-kit';
import { eventItemOf } from './src/adapters/entry-item.ts';
import { journalItemOf } from './src/adapters/journal-item.ts';
import { journalTable } from './src/adapters/journal-table.ts';
import { jitteredPause } from './src/adapters/pause.ts';
import { postEntry } from './src/app/post-entry.ts';
import { captured, type Entry } from './src/domain/entry.ts';
import { emptyJournal, evolve, journalIdOf, type Posted } from './src/domain/journal.ts';

/** BatchWriteItem takes as many. */
const AT_ONCE = 25;

/** An entry that nobody else posts, in a journal of its own choice or in the one that is named. */
export function anEntry(journalId?: string): Entry {
  for (;;) {
    const id = randomUUID();
    const payableId = OrderId.parse(`ord_${id.replaceAll('-', '')}`);
    const amount = { amount: 11_900, currency: 'EUR' } as const;
    const at = new Date().toISOString();
    const entry = captured({ entryId: id, at, payableId, paymentIntentId: `pi_${id}`, amount });
    if (journalId === undefined || journalIdOf(entry) === journalId) return entry;
  }
}

/** Posts an entry as the ledger does. */
export const post = (entry: Entry) => postEntry({ journals: journalTable(), pause: jitteredPause }, entry);

/** Tries to append an event as it is; what there is decides. */
export const append = (event: Posted) => journalTable().append(event);

/** Gives a journal so many events at once, and says what it comes to; the snapshot is written if asked for. */
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

/** Loads a journal as the ledger does before it appends, and gives its version. */
export const load = async (journalId: string): Promise<number> => (await journalTable().load(journalId)).version;
