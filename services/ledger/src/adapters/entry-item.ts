import { AccountEntry, AccountId, Currency } from '@waypost/contracts';
import * as z from 'zod';
import type { Entry } from '../domain/entry.ts';
import type { Posted } from '../domain/journal.ts';

const common = {
  entryId: AccountEntry.shape.entryId,
  kind: AccountEntry.shape.kind,
  currency: Currency,
  lines: z.array(
    z.object({ account: AccountId, side: AccountEntry.shape.side, amount: AccountEntry.shape.amount }).readonly(),
  ),
  at: z.string(),
};

/** Shape of entries from before bookings and reconciliation existed: every entry is about an order. */
const FirstShape = z.object({ ...common, about: z.string() });

const SecondShape = z.object({
  ...common,
  about: z.object({ type: z.enum(['order', 'booking', 'balance-transaction']), id: z.string() }).readonly(),
  payment: z.object({ intentId: z.string(), amount: z.int() }).readonly().exactOptional(),
});

/** An entry of the first shape in that of the second. What was posted is never written again, so this stays as long as they do. */
const upcast = ({ about, ...entry }: z.infer<typeof FirstShape>): Entry => ({
  ...entry,
  about: { type: 'order', id: about },
});

/** The shape in which entries are posted. */
const SHAPE = 2;

/** An event of a journal as its item: the entry is text, so that the stream can be filtered by it. */
const EventItem = z.object({
  journalId: z.string(),
  version: z.int().positive(),
  /** Events from before there was a second shape don't name theirs. */
  shape: z.int().default(1),
  entry: z.string(),
});

/** Digits of a version in a sort key, so that text sorts as numbers do. */
const DIGITS = 12;
export const versionKey = (version: number): string => String(version).padStart(DIGITS, '0');

export const journalKey = (journalId: string): string => `journal#${journalId}`;

export const eventItemOf = ({ journalId, version, entry }: Posted) => ({
  pk: journalKey(journalId),
  sk: versionKey(version),
  journalId,
  version,
  shape: SHAPE,
  entry: JSON.stringify(entry),
});

/**
 * Returns the event of an item of the table or its stream, in the current shape.
 *
 * @throws ZodError for an item that isn't an event, Error for an unknown shape.
 */
export function eventOfItem(item: unknown): Posted {
  const { journalId, version, shape, entry: text } = EventItem.parse(item);
  const read: unknown = JSON.parse(text);
  if (shape === 1) return { journalId, version, entry: upcast(FirstShape.parse(read)) };
  if (shape !== SHAPE) throw new Error(`Unknown shape ${shape} of version ${version} of ${journalId}`);
  const { payment, ...entry } = SecondShape.parse(read);
  return { journalId, version, entry: payment ? { ...entry, payment } : entry };
}
