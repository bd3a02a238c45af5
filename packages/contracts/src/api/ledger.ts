import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { Currency } from '../shared/money.ts';
import { pageOf, pageQuery } from './paging.ts';

/** The accounts of the books; what each is for: docs/ledger.md. */
export const AccountId = z.enum(['provider-clearing', 'goods-sold', 'goods-returned', 'value-added-tax']);
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
  kind: z.enum(['payment-captured', 'payment-refunded']),
  /** What it is about: an order. */
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
  summary: 'Every account of the books with its sums',
  method: 'GET',
  path: '/ledger/accounts',
  access: 'operator',
  answer: z.object({ items: z.array(LedgerAccount) }),
});

export const ListAccountEntries = defineRoute({
  owner: 'ledger',
  operationId: 'listAccountEntries',
  summary: 'What was posted to an account, the newest first',
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
  answer: pageOf(AccountEntry),
});

export const GetTrialBalance = defineRoute({
  owner: 'ledger',
  operationId: 'getTrialBalance',
  summary: 'All debits and all credits of each currency; their difference is 0 at every moment',
  method: 'GET',
  path: '/ledger/trial-balance',
  access: 'operator',
  answer: z.object({
    currencies: z.array(
      z.object({ currency: Currency, debits: Sum, credits: Sum, difference: z.int().meta({ examples: [0] }) }),
    ),
  }),
});
