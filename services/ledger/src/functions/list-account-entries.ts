import { AccountId, ListAccountEntries } from '@waypost/contracts';
import { cursorOf, httpFunction, keyOf, ProblemError } from '@waypost/service-kit';
import * as z from 'zod';
import { books } from '../adapters/ledger-table.ts';

const Place = z.object({ after: z.string() });

export const handler = httpFunction(ListAccountEntries, async ({ parameters: { id }, query: { limit, cursor } }) => {
  const accountId = AccountId.safeParse(id).data;
  if (!accountId) throw new ProblemError('not-found', `The account ${id} doesn't exist.`);
  const after = keyOf(cursor, (key) => Place.safeParse(key).data)?.after;
  const { entries, next } = await books().entriesOf(accountId, { limit, after });
  return { body: { items: [...entries], ...cursorOf(next === undefined ? undefined : { after: next }) } };
});
