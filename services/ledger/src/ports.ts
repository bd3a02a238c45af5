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

/** Balance of an account in a currency. */
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

/** Reads the ledger as projected from the journals. */
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

/** A balance transaction of the provider, as the reconciliation compares it. */
export interface ProviderTransaction {
  readonly transactionId: string;
  readonly paymentIntentId: string;
  readonly currency: Currency;
  /** In minor units; below 0 where money went back. */
  readonly amount: number;
  /** Order or booking of the transaction, if known. */
  readonly about: string | undefined;
  readonly at: string;
}

/** Payments in the ledger and at the provider, side by side. The append of an entry counts the ledger's side. */
export interface PaymentBalances {
  /** Counts a transaction of the provider's, once. */
  readonly add: (transaction: ProviderTransaction) => Promise<'added' | 'known'>;
  /**
   * Payments that changed and were not compared since, earliest change first; optionally only changes before a time.
   */
  readonly open: (before?: string) => Promise<readonly PaymentBalance[]>;
  readonly differing: () => Promise<readonly PaymentBalance[]>;
  /** Records the result of a comparison with its event, unless the payment changed since. */
  readonly settle: (
    balance: PaymentBalance,
    comparison: Comparison,
    events: readonly DomainEvent[],
  ) => Promise<'settled' | 'changed'>;
  readonly checkedAt: () => Promise<string | undefined>;
  readonly check: (at: string) => Promise<void>;
}

/** A rebuild projects the journals to a new generation beside the one that is read, and then switches to it. */
export interface Generations {
  readonly current: () => Promise<number>;
  /** Switches readers to a generation, on condition that `from` is read now. */
  readonly switchTo: (generation: number, from: number) => Promise<'switched' | 'changed'>;
  /** Deletes the generations that are not read any more. */
  readonly forget: (generation: number) => Promise<void>;
}

/** Writes the projection. */
export interface Projections {
  /** The journal as far as it was projected. */
  readonly projected: (journalId: string) => Promise<Journal>;
  /**
   * Writes the projection of an event and the journal after it in one transaction; `changed` if it was written
   * concurrently.
   */
  readonly project: (event: Posted, after: Journal) => Promise<'projected' | 'changed'>;
}
