import type { AccountId } from '@waypost/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderIdOf } from '../../test/entries.ts';
import { ledgerInMemory, type LedgerInMemory } from '../../test/ledger-in-memory.ts';
import { captured, refunded, taxIn } from '../domain/entry.ts';
import { postPayment } from './post-entry.ts';

const paymentIntentId = 'pi_1';
const AT = '2026-05-04T09:30:00.000Z';
const cause = (entryId: string, amount: number) => ({
  entryId,
  at: AT,
  payableId: orderIdOf(1),
  paymentIntentId,
  amount: { amount, currency: 'EUR' as const },
});

/** Posts a capture and its refunds, each delivered twice and all at once in the given order. */
async function post(ledger: LedgerInMemory, capture: number, refunds: readonly number[], order: readonly number[]) {
  const movements = [
    () => postPayment(ledger, cause('capture', capture), captured),
    ...refunds.map((amount, n) => () => postPayment(ledger, cause(`refund-${n}`, amount), refunded)),
  ];
  const shuffled = order.flatMap((place) => movements[place % movements.length] ?? []);
  await Promise.all(shuffled.map((deliver) => deliver()));
  for (const deliver of movements) await deliver();
}

function balancesOf({ events }: LedgerInMemory): Readonly<Partial<Record<AccountId, number>>> {
  const balances: Partial<Record<AccountId, number>> = {};
  for (const { entry } of events)
    for (const { account, side, amount } of entry.lines)
      balances[account] = (balances[account] ?? 0) + (side === 'debit' ? amount : -amount);
  return balances;
}

/** A captured amount, and the refunds it is split into. */
const payments = fc
  .record({ capture: fc.integer({ min: 1, max: 100_000 }), cuts: fc.array(fc.nat(), { maxLength: 6 }) })
  .map(({ capture, cuts }) => {
    const places = [...new Set(cuts.map((cut) => cut % capture))]
      .filter((place) => place > 0)
      .toSorted((a, b) => a - b);
    const refunds = [...places, capture].map((place, n) => place - (places[n - 1] ?? 0));
    return { capture, refunds };
  });

describe('a payment', () => {
  it('leaves every account at zero once all of it is refunded, in any parts and any order', async () => {
    await fc.assert(
      fc.asyncProperty(payments, fc.array(fc.nat(6), { maxLength: 8 }), async ({ capture, refunds }, order) => {
        const ledger = ledgerInMemory();
        await post(ledger, capture, refunds, order);
        const { 'goods-sold': sold = 0, 'goods-returned': returned = 0, ...others } = balancesOf(ledger);
        expect(sold + returned).toBe(0);
        expect(Object.values(others).filter((balance) => balance !== 0)).toEqual([]);
      }),
    );
  });

  it('owes the tax of the rest after a partial refund', async () => {
    await fc.assert(
      fc.asyncProperty(payments, async ({ capture, refunds }) => {
        const ledger = ledgerInMemory();
        const partial = refunds.slice(1);
        await post(ledger, capture, partial, []);
        const left = capture - partial.reduce((sum, amount) => sum + amount, 0);
        expect((balancesOf(ledger)['value-added-tax'] ?? 0) + taxIn(left)).toBe(0);
      }),
    );
  });
});
