import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordsInMemory } from '../../test/records-in-memory.ts';
import { anIntent, intentOf } from '../../test/intents.ts';
import { transactionsOf } from '../domain/payments/balance-transaction.ts';
import { captureIntent } from '../domain/payments/settle-intent.ts';
import { listTransactions } from './list-transactions.ts';

const Page = z.object({ has_more: z.boolean(), data: z.array(z.object({ id: z.string(), source: z.unknown() })) });

/** So many captured payments, a second apart. */
async function provider(count: number) {
  const records = recordsInMemory();
  for (let n = 1; n <= count; n += 1) {
    const held = { ...anIntent(), id: `pi_${n}`, charges: [{ id: `ch_${n}`, outcome: 'authorized' as const }] };
    const taken = intentOf(captureIntent(held));
    const now = new Date(Date.parse('2026-05-04T09:30:00.000Z') + n * 1000).toISOString();
    await records.keep({
      intent: taken,
      version: 0,
      webhooks: [],
      transactions: transactionsOf(held, taken, now),
      now,
    });
  }
  return async (
    asked: { limit?: number; starting_after?: string; created?: { gte: number }; expand?: 'data.source'[] } = {},
  ) => {
    const { body } = await listTransactions({ records }, { limit: 10, expand: [], ...asked });
    return Page.parse(JSON.parse(body));
  };
}
const ids = ({ data }: z.infer<typeof Page>) => data.map(({ id }) => id);

describe('balance transactions', () => {
  it('are listed the newest first, page by page', async () => {
    const list = await provider(5);
    const first = await list({ limit: 2 });
    expect([ids(first), first.has_more]).toEqual([['txn_ch_5', 'txn_ch_4'], true]);
    const second = await list({ limit: 2, starting_after: 'txn_ch_4' });
    expect([ids(second), second.has_more]).toEqual([['txn_ch_3', 'txn_ch_2'], true]);
    const third = await list({ limit: 2, starting_after: 'txn_ch_2' });
    expect([ids(third), third.has_more]).toEqual([['txn_ch_1'], false]);
  });

  it('are those from a time on, if asked', async () => {
    const list = await provider(3);
    const gte = Date.parse('2026-05-04T09:30:02.000Z') / 1000;
    expect(ids(await list({ created: { gte } }))).toEqual(['txn_ch_3', 'txn_ch_2']);
  });

  it('name their source, or hold it with the payment that it is of', async () => {
    const list = await provider(1);
    expect((await list()).data[0]?.source).toBe('ch_1');
    expect((await list({ expand: ['data.source'] })).data[0]?.source).toMatchObject({
      id: 'ch_1',
      payment_intent: 'pi_1',
      metadata: { orderId: 'ord_1' },
    });
  });
});
