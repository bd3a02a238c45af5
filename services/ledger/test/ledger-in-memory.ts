import type { AccountId } from '@waypost/contracts';
import { sumOf } from '../src/domain/entry.ts';
import { emptyJournal, evolve, type Journal, type Posted } from '../src/domain/journal.ts';
import type { Journals, Projections } from '../src/ports.ts';

/** The event store and the projection of a ledger, as the tables do it: conditional, all or nothing. */
export interface LedgerInMemory {
  readonly journals: Journals;
  readonly projections: Projections;
  /** Every event, in the order of its append. */
  readonly events: readonly Posted[];
  readonly totals: () => { readonly debits: number; readonly credits: number };
  readonly balanceOf: (account: AccountId) => number;
  readonly lines: () => number;
}

export function ledgerInMemory(): LedgerInMemory {
  const events: Posted[] = [];
  const posted = new Set<string>();
  const checkpoints = new Map<string, Journal>();
  const balances = new Map<AccountId, number>();
  let [debits, credits, lines] = [0, 0, 0];
  const projected = (journalId: string) => checkpoints.get(journalId) ?? emptyJournal(journalId);
  const of = (journalId: string) => events.filter((event) => event.journalId === journalId);
  return {
    events,
    totals: () => ({ debits, credits }),
    balanceOf: (account) => balances.get(account) ?? 0,
    lines: () => lines,
    journals: {
      load: async (journalId) => {
        const snapshot = projected(journalId);
        return of(journalId).slice(snapshot.version).reduce(evolve, snapshot);
      },
      append: async (event) => {
        if (posted.has(event.entry.entryId)) return 'posted_before';
        if (of(event.journalId).length !== event.version - 1) return 'changed';
        posted.add(event.entry.entryId);
        events.push(event);
        return 'posted';
      },
    },
    projections: {
      projected: async (journalId) => projected(journalId),
      project: async ({ journalId, version, entry }, after) => {
        if (projected(journalId).version !== version - 1) return 'changed';
        checkpoints.set(journalId, after);
        debits += sumOf(entry.lines, 'debit');
        credits += sumOf(entry.lines, 'credit');
        lines += entry.lines.length;
        for (const { account, side, amount } of entry.lines)
          balances.set(account, (balances.get(account) ?? 0) + (side === 'debit' ? amount : -amount));
        return 'projected';
      },
    },
  };
}
