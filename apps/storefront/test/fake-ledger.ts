import {
  GetAccountStatement,
  GetReconciliation,
  GetTrialBalance,
  ListAccountEntries,
  ListAccounts,
  ListJournalEvents,
  ListJournals,
} from '@waypost/contracts';
import type { Call, Reply } from './fake-call.ts';
import { shopperOf } from './fake-identity.ts';
import { Rejected } from './rejected.ts';

const AT = '2026-05-04T09:30:00.000Z';
const ORDER = `ord_${'1'.padStart(32, '0')}`;
const entry = { entryId: 'event-1', kind: 'payment-captured', about: ORDER, at: AT } as const;
const currency = 'EUR' as const;

/** Ledger of a shop with one sale, for its only operator: the second sample user. */
export class FakeLedger {
  isEmpty = false;
  differs = false;

  reset(): void {
    this.isEmpty = false;
    this.differs = false;
  }

  answer(call: Call): Reply {
    if (shopperOf(call) !== 'sam@example.com')
      throw new Rejected({ status: 403, title: 'Forbidden: operator role required', detail: 'Sign in as one.' });
    const [, , what, id, part] = call.path.split('/');
    switch (`${what}${part ? `/${part}` : ''}`) {
      case 'accounts':
        return { status: 200, body: ListAccounts.response.parse({ items: this.isEmpty ? [] : ACCOUNTS }) };
      case 'trial-balance':
        return { status: 200, body: GetTrialBalance.response.parse({ currencies: this.isEmpty ? [] : BALANCE }) };
      case 'reconciliation':
        return { status: 200, body: GetReconciliation.response.parse(this.#reconciliation()) };
      case 'journals':
        return { status: 200, body: ListJournals.response.parse({ items: [{ journalId: 'EUR-0', version: 1 }] }) };
      case 'accounts/entries':
        return this.#entries(id ?? '');
      case 'accounts/statement':
        return {
          status: 200,
          headers: { 'content-type': 'text/csv; charset=utf-8' },
          body: GetAccountStatement.response.parse('at,entryId,kind,about,debit,credit,currency\r\n'),
        };
      case 'journals/events':
        return { status: 200, body: ListJournalEvents.response.parse({ items: [EVENT] }) };
      default:
        throw new Error(`there are no ledger at ${call.path}`);
    }
  }

  #reconciliation() {
    if (this.isEmpty) return { open: 0, differences: [] };
    const difference = { paymentIntentId: 'pi_1', currency, booked: 0, provided: 4321, since: AT };
    return { checkedAt: AT, open: 2, differences: this.differs ? [difference] : [] };
  }

  #entries(id: string): Reply {
    if (!ACCOUNTS.some(({ accountId }) => accountId === id))
      throw new Rejected({ status: 404, title: 'Not found', detail: `The account ${id} doesn't exist.` });
    const item = { ...entry, currency, side: 'debit', amount: 11_900 };
    return { status: 200, body: ListAccountEntries.response.parse({ items: this.isEmpty ? [] : [item] }) };
  }
}

const ACCOUNTS = [
  { accountId: 'provider-clearing', kind: 'asset', currency, debits: 11_900, credits: 204, balance: 11_696 },
  { accountId: 'goods-sold', kind: 'revenue', currency, debits: 0, credits: 10_000, balance: -10_000 },
  { accountId: 'provider-fees', kind: 'expense', currency, debits: 204, credits: 0, balance: 204 },
  { accountId: 'value-added-tax', kind: 'liability', currency, debits: 0, credits: 1900, balance: -1900 },
];
const BALANCE = [{ currency, debits: 12_104, credits: 12_104, difference: 0 }];
const EVENT = {
  ...entry,
  version: 1,
  lines: [
    { account: 'provider-clearing', side: 'debit', amount: 11_900 },
    { account: 'goods-sold', side: 'credit', amount: 10_000 },
    { account: 'value-added-tax', side: 'credit', amount: 1900 },
  ],
  balances: { 'provider-clearing': 11_900, 'goods-sold': -10_000, 'value-added-tax': -1900 },
};
