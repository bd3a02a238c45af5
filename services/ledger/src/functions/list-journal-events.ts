import { AccountId, ListJournalEvents } from '@waypost/contracts';
import { cursorOf, httpFunction, keyOf, ProblemError } from '@waypost/service-kit';
import * as z from 'zod';
import { journalTable } from '../adapters/journal-table.ts';
import { eventsWithStates } from '../app/replay.ts';
import { JOURNAL_IDS } from '../domain/journal.ts';

/** The journal as it was before the page: the state after each event follows from that. */
const Place = z.object({ version: z.int().nonnegative(), balances: z.partialRecord(AccountId, z.int()) });

export const handler = httpFunction(ListJournalEvents, async ({ parameters: { id }, query: { limit, cursor } }) => {
  if (!JOURNAL_IDS.includes(id)) throw new ProblemError('not-found', `The journal ${id} doesn't exist.`);
  const before = keyOf(cursor, (key) => Place.safeParse(key).data) ?? { version: 0, balances: {} };
  const page = await eventsWithStates({ journals: journalTable() }, { journalId: id, ...before }, limit);
  const items = page.events.map(({ event: { version, entry }, after }) => ({
    version,
    entryId: entry.entryId,
    kind: entry.kind,
    about: entry.about.id,
    at: entry.at,
    lines: [...entry.lines],
    balances: after.balances,
  }));
  return { body: { items, ...cursorOf(page.next && { version: page.next.version, balances: page.next.balances }) } };
});
