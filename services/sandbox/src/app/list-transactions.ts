import type * as z from 'zod';
import type { Answered } from './answer-once.ts';
import type { PaymentRecords } from '../ports.ts';
import { transactionObject } from '../stripe-protocol/objects.ts';
import type { TransactionsParameters } from '../stripe-protocol/parameters.ts';

/** Before everything. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/** A page of balance transactions, the newest first: https://docs.stripe.com/api/pagination */
export async function listTransactions(
  { records }: { readonly records: Pick<PaymentRecords, 'transactionOf' | 'transactions'> },
  { limit, starting_after, created, expand }: z.output<typeof TransactionsParameters>,
): Promise<Answered> {
  const from = created ? new Date(created.gte * 1000).toISOString() : EPOCH;
  const last = starting_after === undefined ? undefined : await records.transactionOf(starting_after);
  const behind = last && `${last.created}#${last.id}`;
  const found = await records.transactions({ from, behind, limit: limit + 1 });
  const body = {
    object: 'list',
    url: '/v1/balance_transactions',
    has_more: found.length > limit,
    data: found.slice(0, limit).map((each) => transactionObject(each, expand.includes('data.source'))),
  };
  return { status: 200, body: JSON.stringify(body), replayed: false };
}
