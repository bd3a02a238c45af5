import type * as z from 'zod';
import type { Answered } from './answer-once.ts';
import type { PaymentBooks } from '../ports.ts';
import { transactionObject } from '../stripe-protocol/objects.ts';
import type { TransactionsParameters } from '../stripe-protocol/parameters.ts';

/** Before everything. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/** A page of balance transactions, the newest first: https://docs.stripe.com/api/pagination */
export async function listTransactions(
  { books }: { readonly books: Pick<PaymentBooks, 'transactions'> },
  { limit, starting_after, created, expand }: z.output<typeof TransactionsParameters>,
): Promise<Answered> {
  const from = created ? new Date(created.gte * 1000).toISOString() : EPOCH;
  const behind = starting_after === undefined ? undefined : await placeOf(books, starting_after, from);
  const found = await books.transactions({ from, behind, limit: limit + 1 });
  const body = {
    object: 'list',
    url: '/v1/balance_transactions',
    has_more: found.length > limit,
    data: found.slice(0, limit).map((each) => transactionObject(each, expand.includes('data.source'))),
  };
  return { status: 200, body: JSON.stringify(body), replayed: false };
}

/** Where a transaction stands; found by looking through those from that time on. */
async function placeOf(
  books: Pick<PaymentBooks, 'transactions'>,
  id: string,
  from: string,
): Promise<string | undefined> {
  const PAGE = 100;
  let behind: string | undefined;
  for (;;) {
    const page = await books.transactions({ from, behind, limit: PAGE });
    const found = page.find((each) => each.id === id);
    if (found) return `${found.created}#${found.id}`;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return undefined;
    behind = `${last.created}#${last.id}`;
  }
}
