import { beforeAll, describe, expect, it } from 'vitest';
import {
  GetAccountStatement,
  GetReconciliation,
  ListAccountEntries,
  ListJournalEvents,
  ListJournals,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { callProvider } from './provider.ts';
import { openShop, PATIENCE, type Shop } from './shop.ts';
import { bookTrip, decidedTrip, newTrip } from './trips.ts';
import { type } from './type-command.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

const reconcile = () => type('npm run ledger -- reconcile');

async function differences() {
  return bodyOf(await shop.stage.call(GetReconciliation, { token: shop.token.operator })).differences;
}

/** Runs both sides until they agree: other journeys move money concurrently. */
const afterReconciling = (expectation: () => Promise<void>) =>
  eventually(
    async () => {
      expect(await reconcile()).toMatch(/differ\. Trial balance: EUR 0\./);
      await expectation();
    },
    { ...PATIENCE, every: 1000 },
  );

describe('a charge at the provider without an order', () => {
  it('is found by the next reconciliation, and resolved by its refund', async () => {
    const planted = await callProvider(shop, '/v1/payment_intents', {
      amount: '4321',
      currency: 'eur',
      confirm: 'true',
      payment_method: 'pm_card_visa',
      'automatic_payment_methods[enabled]': 'true',
      'automatic_payment_methods[allow_redirects]': 'never',
    });
    await afterReconciling(async () => {
      const found = (await differences()).find(({ paymentIntentId }) => paymentIntentId === planted);
      expect(found).toMatchObject({ booked: 0, provided: 4321, currency: 'EUR' });
    });

    await callProvider(shop, '/v1/refunds', { payment_intent: planted });
    await afterReconciling(async () => {
      expect((await differences()).map(({ paymentIntentId }) => paymentIntentId)).not.toContain(planted);
    });
  }, 240_000);
});

describe('a paid trip', () => {
  it('is in the ledger with the provider’s fee, in a statement, and in a journal with the resulting state', async () => {
    const booking = await decidedTrip(shop, await bookTrip(shop, await newTrip(shop)));
    expect(booking.status).toBe('CONFIRMED');
    const { bookingId: id, total } = booking;
    const { token } = { token: shop.token.operator };
    const entriesOf = async (account: string) => {
      const asked = { parameters: { id: account }, query: { limit: 100 }, token };
      return bodyOf(await shop.stage.call(ListAccountEntries, asked)).items;
    };
    await eventually(async () => {
      const sold = (await entriesOf('trips-sold')).filter(({ about }) => about === id);
      expect(sold).toMatchObject([{ side: 'credit', amount: total.amount - Math.round((total.amount * 19) / 119) }]);
    }, PATIENCE);
    const fee = Math.round(total.amount * 0.015) + 25;
    await afterReconciling(async () => {
      const fees = (await entriesOf('provider-fees')).filter(({ amount }) => amount === fee);
      expect(fees).toContainEqual(expect.objectContaining({ side: 'debit', kind: 'provider-fee' }));
    });

    const month = new Date().toISOString().slice(0, 7);
    const statement = { parameters: { id: 'trips-sold' }, query: { month }, token };
    const answer = await shop.stage.call(GetAccountStatement, statement);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, ...lines] = bodyOf(answer).trim().split('\r\n');
    expect(header).toBe('at,entryId,kind,about,debit,credit,currency');
    expect(lines.filter((line) => line.includes(id))).toHaveLength(1);

    expect(await journalEventOf(id, token)).toMatchObject({ kind: 'payment-captured' });
  }, 240_000);

  it('has no statement for an invalid month or an unknown account', async () => {
    const token = shop.token.operator;
    const asked = (id: string, month: string) =>
      shop.stage.call(GetAccountStatement, { parameters: { id }, query: { month }, token });
    expect((await asked('petty-cash', '2026-01')).status).toBe(404);
    expect((await asked('trips-sold', '2026-13')).status).toBe(400);
    const nothing = bodyOf(await asked('trips-sold', '1999-01'));
    expect(nothing).toBe('at,entryId,kind,about,debit,credit,currency\r\n');
  });
});

/** Finds the event of a journal that is about an order or booking. The state after each event balances. */
async function journalEventOf(about: string, token: string) {
  const { items } = bodyOf(await shop.stage.call(ListJournals, { token }));
  for (const { journalId } of items) {
    let cursor: string | undefined;
    do {
      const query = { limit: 100, ...(cursor && { cursor }) };
      const page = bodyOf(await shop.stage.call(ListJournalEvents, { parameters: { id: journalId }, query, token }));
      for (const event of page.items) {
        const sums = Object.values(event.balances);
        expect(sums.reduce((sum, balance) => sum + balance, 0)).toBe(0);
        if (event.about === about) return event;
      }
      ({ cursor } = page);
    } while (cursor !== undefined);
  }
  return undefined;
}
