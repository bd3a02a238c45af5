import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { PaymentIntentId } from '../shared/ids.ts';
import { Currency } from '../shared/money.ts';
import { pageOf, pageQuery } from './paging.ts';

/** Accounts of the ledger. Their purposes: docs/ledger.md. */
export const AccountId = z.enum([
  'provider-clearing',
  'goods-sold',
  'goods-returned',
  'trips-sold',
  'trips-refunded',
  'provider-fees',
  'value-added-tax',
]);
export type AccountId = z.infer<typeof AccountId>;

/** Which side of an account grows by what it stands for: assets and expenses grow by debits, all else by credits. */
export const AccountKind = z.enum(['asset', 'liability', 'revenue', 'expense']);
export type AccountKind = z.infer<typeof AccountKind>;

/** A sum of one side, in minor units. */
const Sum = z
  .int()
  .nonnegative()
  .meta({ examples: [24900] });

const Sums = {
  currency: Currency,
  debits: Sum,
  credits: Sum,
  /** Debits less credits, in minor units. */
  balance: z.int().meta({ examples: [24900] }),
};

export const LedgerAccount = z.object({ accountId: AccountId, kind: AccountKind, ...Sums });
export type LedgerAccount = z.infer<typeof LedgerAccount>;

/** One line of an entry, as its account shows it. */
export const AccountEntry = z.object({
  /** The id of the event that caused it: posted once. */
  entryId: z.string().meta({ examples: ['01900000-0000-7000-8000-000000000001'] }),
  /** Why it was posted. */
  kind: z.enum(['payment-captured', 'payment-refunded', 'provider-fee']),
  /** Subject: an order, a booking, or a balance transaction of the provider. */
  about: z.string().meta({ examples: ['ord_00000000000000000000000000000001'] }),
  currency: Currency,
  side: z.enum(['debit', 'credit']),
  amount: z
    .int()
    .positive()
    .meta({ examples: [24900] }),
  /** When it happened. */
  at: Timestamp,
});
export type AccountEntry = z.infer<typeof AccountEntry>;

export const ListAccounts = defineRoute({
  owner: 'ledger',
  operationId: 'listAccounts',
  summary: 'Lists every account of the ledger with its totals',
  method: 'GET',
  path: '/ledger/accounts',
  access: 'operator',
  response: z.object({ items: z.array(LedgerAccount) }),
});

export const ListAccountEntries = defineRoute({
  owner: 'ledger',
  operationId: 'listAccountEntries',
  summary: 'Lists the entries of an account, newest first',
  method: 'GET',
  path: '/ledger/accounts/{id}/entries',
  access: 'operator',
  parameters: z.object({
    id: z
      .string()
      .max(100)
      .meta({ examples: ['provider-clearing'] }),
  }),
  query: z.strictObject(pageQuery),
  response: pageOf(AccountEntry),
});

export const GetTrialBalance = defineRoute({
  owner: 'ledger',
  operationId: 'getTrialBalance',
  summary: 'Returns total debits and credits per currency. Their difference is always 0',
  method: 'GET',
  path: '/ledger/trial-balance',
  access: 'operator',
  response: z.object({
    currencies: z.array(
      z.object({ currency: Currency, debits: Sum, credits: Sum, difference: z.int().meta({ examples: [0] }) }),
    ),
  }),
});

/** A month: `2026-11`. */
const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month in the format YYYY-MM')
  .meta({ examples: ['2026-11'] });

export const GetAccountStatement = defineRoute({
  owner: 'ledger',
  operationId: 'getAccountStatement',
  summary: 'Returns the statement of an account for a month (UTC) as CSV, oldest entry first',
  method: 'GET',
  path: '/ledger/accounts/{id}/statement',
  access: 'operator',
  parameters: ListAccountEntries.parameters,
  query: z.strictObject({ month: Month }),
  responseContentType: 'text/csv',
  response: z.string().meta({ examples: ['at,entryId,kind,about,debit,credit,currency'] }),
});

/** An event of a journal, and the journal's balances after it: debits less credits by account, in minor units. */
export const JournalEvent = z.object({
  version: z.int().positive(),
  entryId: AccountEntry.shape.entryId,
  kind: AccountEntry.shape.kind,
  about: AccountEntry.shape.about,
  at: Timestamp,
  lines: z.array(z.object({ account: AccountId, side: AccountEntry.shape.side, amount: AccountEntry.shape.amount })),
  balances: z.partialRecord(AccountId, z.int()).meta({ examples: [{ 'provider-clearing': 24900 }] }),
});
export type JournalEvent = z.infer<typeof JournalEvent>;

const JournalId = z.string().meta({ examples: ['EUR-0'] });

export const ListJournals = defineRoute({
  owner: 'ledger',
  operationId: 'listJournals',
  summary: 'Lists the journals, which are the aggregates of the ledger, with their number of events',
  method: 'GET',
  path: '/ledger/journals',
  access: 'operator',
  response: z.object({ items: z.array(z.object({ journalId: JournalId, version: z.int().nonnegative() })) }),
});

export const ListJournalEvents = defineRoute({
  owner: 'ledger',
  operationId: 'listJournalEvents',
  summary: 'Lists the events of a journal, oldest first, each with the balances after it',
  method: 'GET',
  path: '/ledger/journals/{id}/events',
  access: 'operator',
  parameters: z.object({
    id: z
      .string()
      .max(100)
      .meta({ examples: ['EUR-0'] }),
  }),
  query: z.strictObject(pageQuery),
  response: pageOf(JournalEvent),
});

/** A payment with different amounts in the ledger and at the provider. Amounts in minor units. */
export const LedgerDifference = z.object({
  paymentIntentId: PaymentIntentId,
  currency: Currency,
  /** Order or booking of the payment, if known. */
  about: z.string().optional(),
  booked: z.int().meta({ examples: [24900] }),
  provided: z.int().meta({ examples: [0] }),
  since: Timestamp,
});
export type LedgerDifference = z.infer<typeof LedgerDifference>;

export const GetReconciliation = defineRoute({
  owner: 'ledger',
  operationId: 'getReconciliation',
  summary: 'Lists the differences between the ledger and the payment provider',
  method: 'GET',
  path: '/ledger/reconciliation',
  access: 'operator',
  response: z.object({
    /** When it was compared last; absent before the first time. */
    checkedAt: Timestamp.optional(),
    /** Number of payments that changed recently, and are compared once both sides had time to report. */
    open: z.int().nonnegative(),
    differences: z.array(LedgerDifference),
  }),
});
