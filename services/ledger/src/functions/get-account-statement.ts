import { AccountId, GetAccountStatement } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { books } from '../adapters/ledger-table.ts';
import { statementOf } from '../statement.ts';

export const handler = httpFunction(GetAccountStatement, async ({ parameters: { id }, query: { month } }) => {
  const accountId = AccountId.safeParse(id).data;
  if (!accountId) throw new ProblemError('not-found', `The account ${id} doesn't exist.`);
  const name = `${accountId}-${month}.csv`;
  return {
    body: statementOf(await books().entriesIn(accountId, month)),
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  };
});
