import { ListJournals } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { journalTable } from '../adapters/journal-table.ts';
import { JOURNAL_IDS } from '../domain/journal.ts';

export const handler = httpFunction(ListJournals, async () => {
  const journals = await Promise.all(JOURNAL_IDS.map((journalId) => journalTable().load(journalId)));
  return { body: { items: journals.map(({ journalId, version }) => ({ journalId, version })) } };
});
