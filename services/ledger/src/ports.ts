import type { AccountEntry, AccountId, Currency, DomainEvent } from '@waypost/contracts';
import type { Comparison, PaymentBalance } from './domain/reconciliation.ts';
import type { Journal, Posted } from './domain/journal.ts';

/** The events of journals, which are only ever added to. */
export interface Journals {
  /** The journal as it is now: from its snapshot, and what was posted since. */
  readonly load: (journalId: string) => Promise<Journal>;
  /** The next events behind a version, at most some hundred; none behind the last. */
  readonly next: (journal: Pick<Journal, 'journalId' | 'version'>) => Promise<readonly Posted[]>;
  /** Net amount that was posted of a payment, in minor units; 0 before its first entry. */
  readonly booked: (paymentIntentId: string) => Promise<number>;
  /**
   * Adds the next event. `changed` if another event has that version, or if the net amount of its payment isn't `bookedBefore` any more.
   */
  readonly append: (event: Posted, bookedBefore?: number) => Promise<'posted' | 'posted_before' | 'changed'>;
}

/** What an account came to in a currency. */
export interface AccountSums {
  readonly accountId: AccountId;
  readonly currency: Currency;
  readonly debits: number;
  readonly credits: number;
}

export interface Totals {
  readonly currency: Currency;
  readonly debits: number;
  readonly credits: number;
}

/** What is read of the books, projected from the journals. */
export interface Books {
  readonly accounts: () => Promise<readonly AccountSums[]>;
  readonly totals: () => Promise<readonly Totals[]>;
  readonly entriesOf: (
    accountId: AccountId,
    asked: { readonly limit: number; readonly after: string | undefined },
  ) => Promise<{ readonly entries: readonly AccountEntry[]; readonly next: string | undefined }>;
  /** All of a month (`2026-11`, UTC), the earliest first. */
  readonly entriesIn: (accountId: AccountId, month: string) => Promise<readonly AccountEntry[]>;
}

/** A transaction of the provider's, as it is compared with the books. */
export interface ProviderTransaction {
  readonly transactionId: string;
  readonly paymentIntentId: string;
  readonly currency: Currency;
  /** In minor units; below 0 where money went back. */
  readonly amount: number;
  /** What it is for, where the shop knows. */
  readonly about: string | undefined;
  readonly at: string;
}

/** Payments in the books and at the provider, side by side. What the books have of one is counted by the append of its entry. */
export interface PaymentBalances {
  /** Counts a transaction of the provider's, once. */
  readonly add: (transaction: ProviderTransaction) => Promise<'added' | 'known'>;
  /** Those that changed and were not compared since, the earliest first; those that changed before then, if told. */
  readonly open: (before?: string) => Promise<readonly PaymentBalance[]>;
  readonly differing: () => Promise<readonly PaymentBalance[]>;
  /** Records what comparing came to, with its event, unless the payment changed meanwhile. */
  readonly settle: (
    balance: PaymentBalance,
    comparison: Comparison,
    events: readonly DomainEvent[],
  ) => Promise<'settled' | 'changed'>;
  readonly checkedAt: () => Promise<string | undefined>;
  readonly check: (at: string) => Promise<void>;
}

/** The books are projected anew under another number beside those that are read; then that number is the one that is read. */
export interface Generations {
  readonly current: () => Promise<number>;
  /** Lets the books be read from a generation on, if it is `from` that is read now. */
  readonly switchTo: (generation: number, from: number) => Promise<'switched' | 'changed'>;
  /** Deletes what nobody reads any more. */
  readonly forget: (generation: number) => Promise<void>;
}

/** Where events are projected to. */
export interface Projections {
  /** The journal as far as it was projected. */
  readonly projected: (journalId: string) => Promise<Journal>;
  /** Writes all that follows from an event, and the journal after it, in one transaction; `changed` if somebody did so meanwhile. */
  readonly project: (event: Posted, after: Journal) => Promise<'projected' | 'changed'>;
}
