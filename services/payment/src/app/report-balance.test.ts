import { describe, expect, it } from 'vitest';
import type { BalanceTransaction, ReportedTransactions } from '../ports.ts';
import { reportBalance } from './report-balance.ts';

const NOW = '2026-05-04T10:00:00.000Z';
const transaction = (n: number, at = NOW): BalanceTransaction => ({
  transactionId: `txn_${n}`,
  type: 'charge',
  amount: 1000,
  fee: 40,
  currency: 'EUR',
  paymentIntentId: `pi_${n}`,
  at,
});

/** A provider with these transactions, its requests, and the published events. */
function world(there: readonly BalanceTransaction[]) {
  const published: string[] = [];
  const asked: string[] = [];
  let since: string | undefined;
  const reported: ReportedTransactions = {
    since: async () => since,
    add: async ({ transactionId }) => {
      if (published.includes(transactionId)) return 'known';
      published.push(transactionId);
      return 'added';
    },
    saveSince: async (from) => {
      since = from;
    },
  };
  const report = {
    async *transactions(from: string) {
      asked.push(from);
      yield* there.filter(({ at }) => at >= from);
    },
  };
  return { published, asked, run: (now = NOW) => reportBalance({ report, reported, now }) };
}

describe('the report of the provider’s balance', () => {
  it('tells each transaction once, however often it runs', async () => {
    const { published, run } = world([transaction(2), transaction(1)]);
    expect([await run(), await run()]).toEqual([{ published: 2 }, { published: 0 }]);
    expect(published).toEqual(['txn_2', 'txn_1']);
  });

  it('asks for everything at first, and then again for what may have come late', async () => {
    const { asked, run } = world([]);
    await run();
    await run('2026-05-04T10:05:00.000Z');
    expect(asked).toEqual(['1970-01-01T00:00:00.000Z', '2026-05-04T09:50:00.000Z']);
  });

  it('asks from the same time again after a run that failed on its way', async () => {
    const there = [transaction(2), transaction(1)];
    const { asked, published, run } = world(there);
    let isBroken = true;
    Object.defineProperty(there, 'filter', {
      value: () => {
        if (isBroken) throw new Error('the provider is away');
        return [transaction(2), transaction(1)];
      },
    });
    await expect(run()).rejects.toThrow('away');
    isBroken = false;
    await run();
    expect(asked).toEqual(['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z']);
    expect(published).toHaveLength(2);
  });
});
