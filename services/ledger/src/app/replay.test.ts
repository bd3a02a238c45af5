import { expect, it } from 'vitest';
import { aCapture } from '../../test/entries.ts';
import { emptyJournal, evolve, type Posted } from '../domain/journal.ts';
import { eventsWithStates } from './replay.ts';

const events: readonly Posted[] = [1, 2, 3].map((n) => ({
  journalId: 'EUR-0',
  version: n,
  entry: aCapture(n, n * 119),
}));
const journals = {
  next: async ({ version }: { readonly version: number }) => events.filter((event) => event.version > version),
};

it('gives each event with the journal after it, page by page', async () => {
  const first = await eventsWithStates({ journals }, emptyJournal('EUR-0'), 2);
  expect(first.events.map(({ after }) => after.balances['provider-clearing'])).toEqual([119, 357]);
  expect(first.next).toMatchObject({ version: 2, balances: { 'provider-clearing': 357 } });

  const second = await eventsWithStates({ journals }, first.next ?? emptyJournal('EUR-0'), 2);
  const whole = events.reduce(evolve, emptyJournal('EUR-0'));
  expect(second).toEqual({ events: [{ event: events[2], after: whole }], next: undefined });
});
