import { AccountId } from '@waypost/contracts';
import * as z from 'zod';
import { emptyJournal, type Journal } from '../domain/journal.ts';
import { inGeneration } from './generations.ts';
import { journalKey } from './entry-item.ts';

const Item = z.object({
  journalId: z.string(),
  version: z.int().nonnegative(),
  balances: z.partialRecord(AccountId, z.int()),
});

/**
 * Key of a journal's projected state: the checkpoint of the projection, and the snapshot from which the journal is
 * loaded.
 */
export const projectedKey = (generation: number, journalId: string) => ({
  pk: inGeneration(generation, journalKey(journalId)),
  sk: 'projected',
});

export const journalItemOf = (generation: number, journal: Journal) => ({
  ...projectedKey(generation, journal.journalId),
  ...journal,
});

export function journalOfItem(journalId: string, item: unknown): Journal {
  return item === undefined ? emptyJournal(journalId) : Item.parse(item);
}
