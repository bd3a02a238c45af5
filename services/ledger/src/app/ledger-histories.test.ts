import { describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '@waypost/service-kit';
import fc from 'fast-check';
import { aCapture, someEntries } from '../../test/entries.ts';
import { ledgerInMemory } from '../../test/ledger-in-memory.ts';
import { sumOf } from '../domain/entry.ts';
import { emptyJournal, evolve } from '../domain/journal.ts';
import { postEntry } from './post-entry.ts';
import { projectEntry } from './project-entry.ts';

describe('an entry', () => {
  it('is posted once when its event is duplicated and delivered concurrently', async () => {
    const ledger = ledgerInMemory();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => postEntry(ledger, aCapture(1))));
    expect(outcomes.toSorted()).toEqual(['posted', ...Array.from({ length: 7 }, () => 'posted_before')]);
    expect(ledger.events).toHaveLength(1);
  });

  it('that is none goes to the dead letters', async () => {
    await expect(postEntry(ledgerInMemory(), { ...aCapture(1), lines: [] })).rejects.toThrow(PermanentError);
  });

  it('that loses every race is posted later', async () => {
    const { journals } = ledgerInMemory();
    const busy = { ...journals, append: async () => 'changed' as const };
    await expect(postEntry({ journals: busy }, aCapture(1))).rejects.toThrow(TransientError);
  });
});

describe('an event that comes before the one that is before it', () => {
  it('waits, and changes nothing', async () => {
    const ledger = ledgerInMemory();
    const second = { journalId: 'EUR-0', version: 2, entry: aCapture(2) };
    await expect(projectEntry(ledger, second)).rejects.toThrow(TransientError);
    expect(ledger.totals()).toEqual({ debits: 0, credits: 0 });
  });
});

/** Hands the events of a stream to the projection as Lambda does: some batches twice, some cut off before any write. */
async function projectRoughly(ledger: ReturnType<typeof ledgerInMemory>, redelivered: readonly boolean[]) {
  for (const [index, event] of ledger.events.entries()) {
    await projectEntry(ledger, event);
    const earlier = ledger.events.filter((other, at) => at <= index && other.journalId === event.journalId);
    if (redelivered[index % redelivered.length]) for (const again of earlier) await projectEntry(ledger, again);
    const { debits, credits } = ledger.totals();
    expect(debits).toBe(credits);
  }
}

describe('any entries by eight writers', () => {
  it('leave no hole, nothing twice, and books that are a full replay, however they are projected', async () => {
    await fc.assert(
      fc.asyncProperty(
        someEntries,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
        fc.scheduler(),
        async (entries, redelivered, scheduler) => {
          const ledger = ledgerInMemory();
          const journals = {
            load: (id: string) => scheduler.schedule(ledger.journals.load(id)),
            append: (event: Parameters<typeof ledger.journals.append>[0]) =>
              scheduler.schedule(Promise.resolve()).then(() => ledger.journals.append(event)),
          };
          const lanes = Array.from({ length: 8 }, (_, lane) => entries.filter((__, index) => index % 8 === lane));
          const writers = lanes.map(async (lane) => {
            for (const entry of lane) await postEntry({ journals }, entry);
          });
          await scheduler.waitFor(Promise.all(writers));

          expect(new Set(ledger.events.map(({ entry }) => entry.entryId))).toEqual(
            new Set(entries.map(({ entryId }) => entryId)),
          );
          expect(ledger.events).toHaveLength(new Set(entries.map(({ entryId }) => entryId)).size);

          await projectRoughly(ledger, redelivered);
          for (const journalId of new Set(ledger.events.map((event) => event.journalId))) {
            const own = ledger.events.filter((event) => event.journalId === journalId);
            expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 1));
            expect(await ledger.projections.projected(journalId)).toEqual(own.reduce(evolve, emptyJournal(journalId)));
          }
          const debits = ledger.events.reduce((sum, { entry }) => sum + sumOf(entry.lines, 'debit'), 0);
          expect(ledger.totals()).toEqual({ debits, credits: debits });
          expect(ledger.lines()).toBe(ledger.events.reduce((sum, { entry }) => sum + entry.lines.length, 0));
        },
      ),
    );
  });
});
