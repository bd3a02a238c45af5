import { describe, expect, it } from 'vitest';
import { TransientError } from '@waypost/service-kit';
import fc from 'fast-check';
import { aCapture, aRefund, someEntries } from '../../test/entries.ts';
import { type LedgerInMemory, ledgerInMemory } from '../../test/ledger-in-memory.ts';
import { sumOf } from '../domain/entry.ts';
import { emptyJournal, evolve } from '../domain/journal.ts';
import { postEntry } from './post-entry.ts';
import { projectEntry } from './project-entry.ts';
import { rebuildLedger } from './rebuild-ledger.ts';

/** As the stream does: in order, the same event again until it is projected, as long as more may come. */
async function stream(ledger: LedgerInMemory, pause: () => Promise<unknown>, mayComeMore = () => false): Promise<void> {
  for (let [at, attempts] = [0, 0]; at < ledger.events.length || mayComeMore();) {
    await pause();
    const event = ledger.events[at];
    if (!event) continue;
    const done = await projectEntry({ projections: ledger.projections }, event).catch((error: unknown) => {
      attempts += 1;
      if (error instanceof TransientError && attempts < 2000) return undefined;
      throw error;
    });
    if (done) at += 1;
  }
}

async function expectFullReplay(ledger: LedgerInMemory): Promise<void> {
  for (const journalId of new Set(ledger.events.map((event) => event.journalId))) {
    const own = ledger.events.filter((event) => event.journalId === journalId);
    expect(await ledger.projections.projected(journalId)).toEqual(own.reduce(evolve, emptyJournal(journalId)));
  }
  const sum = ledger.events.reduce((all, { entry }) => all + sumOf(entry.lines, 'debit'), 0);
  expect(ledger.totals()).toEqual({ debits: sum, credits: sum });
  expect(ledger.lines()).toBe(ledger.events.reduce((all, { entry }) => all + entry.lines.length, 0));
}

describe('books that are rebuilt', () => {
  it('are as they were, under another number, and the old ones are gone', async () => {
    const ledger = ledgerInMemory();
    for (let n = 1; n <= 20; n += 1) await postEntry(ledger, n % 3 === 0 ? aRefund(n) : aCapture(n));
    await stream(ledger, async () => {});
    const before = ledger.totals();
    expect(await rebuildLedger(ledger)).toEqual({ generation: 2, entries: 20 });
    expect(ledger.totals()).toEqual(before);
    expect(ledger.kept()).toEqual([2]);
    await expectFullReplay(ledger);
  });

  it('are right where they had been wrong', async () => {
    const ledger = ledgerInMemory();
    await postEntry(ledger, aCapture(1));
    expect(ledger.balanceOf('provider-clearing')).toBe(0);
    await rebuildLedger(ledger);
    expect(ledger.balanceOf('provider-clearing')).toBe(11_900);
  });

  it('go on where a crash left them', async () => {
    const ledger = ledgerInMemory();
    for (let n = 1; n <= 6; n += 1) await postEntry(ledger, aCapture(n));
    const generations = { ...ledger.generations, switchTo: () => Promise.reject(new Error('crash')) };
    await expect(rebuildLedger({ ...ledger, generations })).rejects.toThrow('crash');
    expect(await rebuildLedger(ledger)).toEqual({ generation: 2, entries: 0 });
    await expectFullReplay(ledger);
  });
});

it('are a full replay, however entries are posted, projected and rebuilt at once', async () => {
  await fc.assert(
    fc.asyncProperty(someEntries, fc.scheduler(), async (entries, scheduler) => {
      const ledger = ledgerInMemory();
      const pause = () => scheduler.schedule(Promise.resolve());
      const slowly =
        <Arguments extends unknown[], Result>(effect: (...given: Arguments) => Promise<Result>) =>
        async (...given: Arguments): Promise<Result> => {
          await pause();
          return effect(...given);
        };
      const rebuilding = {
        journals: { next: slowly(ledger.journals.next) },
        generations: { ...ledger.generations, switchTo: slowly(ledger.generations.switchTo) },
        projectionsOf: (generation: number) => {
          const { projected, project } = ledger.projectionsOf(generation);
          return { projected: slowly(projected), project: slowly(project) };
        },
      };
      let isPosting = true;
      const post = async () => {
        for (const entry of entries) {
          await pause();
          await postEntry(ledger, entry);
        }
        isPosting = false;
      };
      const streaming = stream(ledger, pause, () => isPosting);
      await scheduler.waitFor(Promise.all([post(), streaming, rebuildLedger(rebuilding)]));
      await expectFullReplay(ledger);
    }),
  );
});
