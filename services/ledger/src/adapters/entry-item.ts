import { AccountEntry, AccountId, Currency } from '@waypost/contracts';
import * as z from 'zod';
import type { Entry } from '../domain/entry.ts';
import type { Posted } from '../domain/journal.ts';

const EntryText = z.object({
  entryId: AccountEntry.shape.entryId,
  kind: AccountEntry.shape.kind,
  about: AccountEntry.shape.about,
  currency: Currency,
  lines: z.array(
    z.object({ account: AccountId, side: AccountEntry.shape.side, amount: AccountEntry.shape.amount }).readonly(),
  ),
  at: z.string(),
});

/** An event of a journal as its item: the entry is text, so that the stream can be filtered by it. */
const EventItem = z.object({ journalId: z.string(), version: z.int().positive(), entry: z.string() });

/** Digits of a version in a sort key, so that text sorts as numbers do. */
const DIGITS = 12;
export const versionKey = (version: number): string => String(version).padStart(DIGITS, '0');

export const journalKey = (journalId: string): string => `journal#${journalId}`;

export const eventItemOf = ({ journalId, version, entry }: Posted) => ({
  pk: journalKey(journalId),
  sk: versionKey(version),
  journalId,
  version,
  entry: JSON.stringify(entry),
});

/** The event of an item, as the table or its stream gives it. */
export function eventOfItem(item: unknown): Posted {
  const { journalId, version, entry } = EventItem.parse(item);
  const read: Entry = EntryText.parse(JSON.parse(entry));
  return { journalId, version, entry: read };
}
