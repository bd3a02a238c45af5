import type { AccountId } from '@waypost/contracts';
import { sumOf } from '../src/domain/entry.ts';
import { emptyJournal, evolve, type Journal, type Posted } from '../src/domain/journal.ts';
import type { Generations, Journals, Projections } from '../src/ports.ts';

/** The projection of one generation. */
interface Books {
  readonly checkpoints: Map<string, Journal>;
  readonly balances: Map<AccountId, number>;
  debits: number;
  credits: number;
  lines: number;
}

/** The event store and the projections of a ledger, as the tables do it: conditional, all or nothing. */
export interface LedgerInMemory {
  readonly journals: Journals;
  readonly generations: Generations;
  readonly projectionsOf: (generation: number) => Projections;
  /** Of the generation that is read now. */
  readonly projections: Projections;
  /** Every event, in the order of its append. */
  readonly events: readonly Posted[];
  readonly totals: () => { readonly debits: number; readonly credits: number };
  readonly balanceOf: (account: AccountId) => number;
  readonly lines: () => number;
  /** The generations that have books. */
  readonly kept: () => readonly number[];
}

export function ledgerInMemory(): LedgerInMemory {
  const events: Posted[] = [];
  const posted = new Set<string>();
  const books = new Map<number, Books>();
  let current = 1;
  const paymentRecordsOf = (generation: number): Books => {
    const known = books.get(generation);
    if (known) return known;
    const none: Books = { checkpoints: new Map(), balances: new Map(), debits: 0, credits: 0, lines: 0 };
    books.set(generation, none);
    return none;
  };
  const projected = (generation: number, journalId: string) =>
    paymentRecordsOf(generation).checkpoints.get(journalId) ?? emptyJournal(journalId);
  const booked = (paymentIntentId: string): number =>
    events.reduce(
      (sum, { entry: { payment } }) => sum + (payment?.intentId === paymentIntentId ? payment.amount : 0),
      0,
    );
  const of = (journalId: string) => events.filter((event) => event.journalId === journalId);
  const projectionsOf = (generation: number): Projections => ({
    projected: async (journalId) => projected(generation, journalId),
    project: async (event, after) => {
      if (projected(generation, event.journalId).version !== event.version - 1) return 'changed';
      write(paymentRecordsOf(generation), event, after);
      return 'projected';
    },
  });
  return {
    events,
    totals: () => ({ debits: paymentRecordsOf(current).debits, credits: paymentRecordsOf(current).credits }),
    balanceOf: (account) => paymentRecordsOf(current).balances.get(account) ?? 0,
    lines: () => paymentRecordsOf(current).lines,
    kept: () => [...books.keys()],
    projectionsOf,
    projections: {
      projected: (journalId) => projectionsOf(current).projected(journalId),
      project: (event, after) => projectionsOf(current).project(event, after),
    },
    generations: {
      current: async () => current,
      switchTo: async (generation, from) => {
        if (current !== from) return 'changed';
        current = generation;
        return 'switched';
      },
      forget: async (generation) => void books.delete(generation),
    },
    journals: {
      load: async (journalId) => {
        const snapshot = projected(current, journalId);
        return of(journalId).slice(snapshot.version).reduce(evolve, snapshot);
      },
      next: async ({ journalId, version }) => of(journalId).slice(version, version + 3),
      booked: async (paymentIntentId) => booked(paymentIntentId),
      append: async (event, bookedBefore) => {
        if (posted.has(event.entry.entryId)) return 'posted_before';
        if (of(event.journalId).length !== event.version - 1) return 'changed';
        const { payment } = event.entry;
        if (payment && bookedBefore !== undefined && booked(payment.intentId) !== bookedBefore) return 'changed';
        posted.add(event.entry.entryId);
        events.push(event);
        return 'posted';
      },
    },
  };
}

function write(books: Books, { journalId, entry }: Posted, after: Journal): void {
  books.checkpoints.set(journalId, after);
  books.debits += sumOf(entry.lines, 'debit');
  books.credits += sumOf(entry.lines, 'credit');
  books.lines += entry.lines.length;
  for (const { account, side, amount } of entry.lines)
    books.balances.set(account, (books.balances.get(account) ?? 0) + (side === 'debit' ? amount : -amount));
}
