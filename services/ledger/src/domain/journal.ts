import { createHash } from 'node:crypto';
import { AccountId, Currency } from '@waypost/contracts';
import { type Entry, type Line, sumOf } from './entry.ts';

/** Number of journals per currency: the number of appends that can run concurrently without a race. */
const SHARDS = 4;

/** The journal of a currency that an entry is in, always the same one. */
export function journalIdOf({ currency, entryId }: Pick<Entry, 'currency' | 'entryId'>): string {
  const shard = createHash('sha256').update(entryId).digest().readUInt32BE() % SHARDS;
  return `${currency}-${shard}`;
}

/** Every journal that there may be. */
export const JOURNAL_IDS: readonly string[] = Currency.options.flatMap((currency) =>
  Array.from({ length: SHARDS }, (_, shard) => `${currency}-${shard}`),
);

/** Debits less credits by account, in minor units; an account without entries has none. */
export type Balances = Readonly<Partial<Record<AccountId, number>>>;

/** A journal as it stands: the aggregate of its events. */
export interface Journal {
  readonly journalId: string;
  /** Number of entries. The next append expects it. */
  readonly version: number;
  readonly balances: Balances;
}

/** One event of a journal: an entry that was posted. Its version is its place. */
export interface Posted {
  readonly journalId: string;
  readonly version: number;
  readonly entry: Entry;
}

export const emptyJournal = (journalId: string): Journal => ({ journalId, version: 0, balances: {} });

export type PostRejection = 'empty' | 'unbalanced' | 'not_whole' | 'unknown_currency' | 'unknown_account';

export type PostDecision =
  | { readonly outcome: 'posted'; readonly event: Posted }
  | { readonly outcome: 'rejected'; readonly reason: PostRejection };

/** An entry is posted if it is one: known accounts, whole amounts, and as much debit as credit. */
export function decidePost(journal: Journal, entry: Entry): PostDecision {
  const reason = flawOf(entry);
  if (reason) return { outcome: 'rejected', reason };
  return { outcome: 'posted', event: { journalId: journal.journalId, version: journal.version + 1, entry } };
}

/**
 * Returns the journal after an event.
 *
 * @throws Error for an event that isn't the next one: the ledger has a gap.
 */
export function evolve(journal: Journal, { journalId, version, entry }: Posted): Journal {
  if (journalId !== journal.journalId || version !== journal.version + 1) {
    throw new Error(`Version ${version} of ${journalId} can't follow ${journal.version} of ${journal.journalId}`);
  }
  return { journalId, version, balances: entry.lines.reduce(withLine, journal.balances) };
}

function withLine(balances: Balances, { account, side, amount }: Line): Balances {
  return { ...balances, [account]: (balances[account] ?? 0) + (side === 'debit' ? amount : -amount) };
}

function flawOf({ currency, lines }: Entry): PostRejection | undefined {
  if (!Currency.safeParse(currency).success) return 'unknown_currency';
  if (lines.length === 0) return 'empty';
  if (lines.some(({ account }) => !AccountId.safeParse(account).success)) return 'unknown_account';
  if (lines.some(({ amount }) => !Number.isSafeInteger(amount) || amount <= 0)) return 'not_whole';
  return sumOf(lines, 'debit') === sumOf(lines, 'credit') ? undefined : 'unbalanced';
}
