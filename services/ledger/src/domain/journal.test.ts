import { describe, expect, it } from 'vitest';
import type { AccountId } from '@waypost/contracts';
import { specification } from '@waypost/test-kit';
import fc from 'fast-check';
import { aCapture, aRefund, someEntries } from '../../test/entries.ts';
import type { Entry } from './entry.ts';
import { decidePost, emptyJournal, evolve, type Journal, journalIdOf } from './journal.ts';

const EUR = 'EUR-0';
const { given } = specification({ initial: emptyJournal(EUR), evolve, decide: decidePost });
const first = { journalId: EUR, version: 1, entry: aCapture(1) };
const rejected = (reason: string) => ({ outcome: 'rejected' as const, reason: reason as 'empty' });

describe('an empty journal', () => {
  it('takes an entry as its first', () => {
    given().when(aCapture(1)).thenDecides({ outcome: 'posted', event: first });
  });
});

describe('a journal with an entry', () => {
  it('takes the next one', () => {
    const event = { journalId: EUR, version: 2, entry: aRefund(1) };
    given(first).when(aRefund(1)).thenDecides({ outcome: 'posted', event });
  });

  it('knows its balances', () => {
    const balances = { 'provider-clearing': 11_900, 'goods-sold': -10_000, 'value-added-tax': -1900 };
    expect(evolve(emptyJournal(EUR), first)).toEqual({ journalId: EUR, version: 1, balances });
  });

  it.each([0, 1, 3])('can’t go on with version %s', (version) => {
    expect(() => evolve(evolve(emptyJournal(EUR), first), { ...first, version })).toThrow("can't follow 1");
  });
});

describe('what is no entry', () => {
  const [debit, ...credits] = aCapture(1).lines;
  if (!debit) throw new Error('A capture has a debit');
  const flawed = (changes: Partial<Entry>): Entry => ({ ...aCapture(1), ...changes });
  it.each<[string, Entry]>([
    ['empty', flawed({ lines: [] })],
    ['unbalanced', flawed({ lines: [debit] })],
    ['unbalanced', flawed({ lines: [{ ...debit, amount: debit.amount + 1 }, ...credits] })],
    [
      'not_whole',
      flawed({
        lines: [
          { ...debit, amount: 0.5 },
          { ...debit, side: 'credit', amount: 0.5 },
        ],
      }),
    ],
    [
      'not_whole',
      flawed({
        lines: [
          { ...debit, amount: -1 },
          { ...debit, side: 'credit', amount: -1 },
        ],
      }),
    ],
    ['not_whole', flawed({ lines: [{ ...debit, amount: 0 }] })],
    ['unknown_account', flawed({ lines: [{ ...debit, account: 'petty-cash' as AccountId }] })],
    ['unknown_currency', flawed({ currency: 'XXX' as 'EUR' })],
  ])('is rejected as %s', (reason, entry) => {
    given(first).when(entry).thenDecides(rejected(reason));
  });
});

describe('any entries', () => {
  it('leave balances that come to nothing together, the same from a snapshot as from the beginning', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(40), (entries, at) => {
        const events = entries.map((entry, index) => ({ journalId: EUR, version: index + 1, entry }));
        const all = events.reduce(evolve, emptyJournal(EUR));
        expect(Object.values(all.balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
        const snapshot: Journal = events.slice(0, at).reduce(evolve, emptyJournal(EUR));
        expect(events.slice(at).reduce(evolve, snapshot)).toEqual(all);
      }),
    );
  });

  it('are always in the same journal of their currency', () => {
    const ids = Array.from({ length: 200 }, (_, n) => journalIdOf(aCapture(n)));
    expect(ids).toEqual(Array.from({ length: 200 }, (_, n) => journalIdOf(aCapture(n))));
    expect([...new Set(ids)].toSorted()).toEqual(['EUR-0', 'EUR-1', 'EUR-2', 'EUR-3']);
  });
});
