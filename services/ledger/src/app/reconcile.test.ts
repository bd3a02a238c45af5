import { describe, expect, it } from 'vitest';
import { balancesInMemory } from '../../test/balances-in-memory.ts';
import { reconcile } from './reconcile.ts';

const at = (minute: number) => `2026-05-04T09:${String(minute).padStart(2, '0')}:00.000Z`;

function world() {
  const { balances, published, book } = balancesInMemory();
  const provide = (n: number, amount: number, minute: number, paymentIntentId = `pi_${n}`) =>
    balances.add({
      transactionId: `txn_${n}`,
      paymentIntentId,
      currency: 'EUR',
      amount,
      about: undefined,
      at: at(minute),
    });
  const run = (minute: number) => reconcile({ balances, graceSeconds: 120, now: at(minute) });
  return { balances, book, provide, run, names: () => published.map(({ name }) => name), published };
}

describe('a payment that both have', () => {
  it('agrees, whichever side reports first, and however often', async () => {
    const { book, provide, run, names } = world();
    await provide(1, 1000, 0);
    book('pi_1', 1000, at(1));
    expect(await provide(1, 1000, 2)).toBe('known');
    expect(await run(5)).toEqual({ agreed: 1, differs: 0 });
    expect(await run(10)).toEqual({ agreed: 0, differs: 0 });
    expect(names()).toEqual([]);
  });

  it('is not compared before both sides had time to report', async () => {
    const { provide, run, names } = world();
    await provide(1, 1000, 4);
    expect(await run(5)).toEqual({ agreed: 0, differs: 0 });
    expect(names()).toEqual([]);
  });
});

describe('a charge that the shop knows nothing of', () => {
  it('is found by the next run, published once, and published as resolved after its refund', async () => {
    const { balances, provide, run, names, published } = world();
    await provide(1, 5000, 0);
    expect(await run(5)).toEqual({ agreed: 0, differs: 1 });
    expect(await run(10)).toEqual({ agreed: 0, differs: 0 });
    expect(names()).toEqual(['LedgerDifferenceFound']);
    expect(published[0]?.data).toEqual({ paymentIntentId: 'pi_1', currency: 'EUR', booked: 0, provided: 5000 });
    expect(await balances.differing()).toHaveLength(1);

    await provide(2, -5000, 11, 'pi_1');
    expect(await run(15)).toEqual({ agreed: 1, differs: 0 });
    expect(names()).toEqual(['LedgerDifferenceFound', 'LedgerDifferenceResolved']);
    expect(await balances.differing()).toEqual([]);
  });
});

describe("a payment in the ledger that the provider doesn't know", () => {
  it('is found too', async () => {
    const { book, run, published } = world();
    book('pi_9', 700, at(0));
    expect(await run(5)).toEqual({ agreed: 0, differs: 1 });
    expect(published[0]?.data).toMatchObject({ booked: 700, provided: 0 });
  });
});

describe('a payment that changes while it is compared', () => {
  it('is left to the next run', async () => {
    const { balances, book, provide, names } = world();
    await provide(1, 1000, 0);
    const racing = {
      ...balances,
      settle: async (...given: Parameters<typeof balances.settle>) => {
        book('pi_1', 1000, at(3));
        return balances.settle(...given);
      },
    };
    expect(await reconcile({ balances: racing, graceSeconds: 120, now: at(5) })).toEqual({ agreed: 0, differs: 0 });
    expect(names()).toEqual([]);
    expect(await reconcile({ balances, graceSeconds: 120, now: at(10) })).toEqual({ agreed: 1, differs: 0 });
  });
});
