import { answerTo, type Client } from './client.ts';
import type { components } from './generated/ledger.ts';

export type Account = components['schemas']['LedgerAccount'];
export type JournalEvent = components['schemas']['JournalEvent'];
export type Difference = components['schemas']['LedgerDifference'];

/** Client of the ledger's API. */
export function createLedger(client: Client) {
  const page = (cursor: string | undefined) => ({ ...(cursor && { cursor }), limit: 20 });
  return {
    /** Loads everything that the ledger page shows. */
    async overview(signal?: AbortSignal) {
      const [accounts, balance, reconciliation, journals] = await Promise.all([
        answerTo(client.GET('/ledger/accounts', until(signal))),
        answerTo(client.GET('/ledger/trial-balance', until(signal))),
        answerTo(client.GET('/ledger/reconciliation', until(signal))),
        answerTo(client.GET('/ledger/journals', until(signal))),
      ]);
      return {
        accounts: accounts.body.items,
        currencies: balance.body.currencies,
        reconciliation: reconciliation.body,
        journals: journals.body.items,
      };
    },

    async listEntries(id: string, cursor: string | undefined, signal?: AbortSignal) {
      const params = { path: { id }, query: page(cursor) };
      return (await answerTo(client.GET('/ledger/accounts/{id}/entries', { params, ...until(signal) }))).body;
    },

    async listEvents(id: string, cursor: string | undefined, signal?: AbortSignal) {
      const params = { path: { id }, query: page(cursor) };
      return (await answerTo(client.GET('/ledger/journals/{id}/events', { params, ...until(signal) }))).body;
    },

    /** Returns the statement of an account for a month (`2026-11`), as CSV. */
    async statement(id: string, month: string): Promise<string> {
      const params = { path: { id }, query: { month } };
      return (await answerTo(client.GET('/ledger/accounts/{id}/statement', { params, parseAs: 'text' }))).body;
    },
  };
}
export type Ledger = ReturnType<typeof createLedger>;

const until = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
