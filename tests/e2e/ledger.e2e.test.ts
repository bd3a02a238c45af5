import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountEntry,
  type AccountId,
  GetTrialBalance,
  ListAccountEntries,
  ListAccounts,
  type OrderId,
  RequestCancellation,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { openShop, PATIENCE, type Shop } from './shop.ts';
import { type } from './type-command.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

/** What the books say of an order in one account. Others' entries are as new, so some pages are looked at. */
async function entriesOf(accountId: AccountId, orderId: OrderId): Promise<readonly AccountEntry[]> {
  const found: AccountEntry[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 10; page++) {
    const query = { limit: 100, ...(cursor && { cursor }) };
    const call = { parameters: { id: accountId }, query, token: shop.token.operator };
    const body = bodyOf(await shop.stage.call(ListAccountEntries, call));
    found.push(...body.items.filter(({ about }) => about === orderId));
    ({ cursor } = body);
    if (cursor === undefined) break;
  }
  return found;
}

async function expectBalance(): Promise<void> {
  const { currencies } = bodyOf(await shop.stage.call(GetTrialBalance, { token: shop.token.operator }));
  expect(currencies.map(({ currency }) => currency)).toEqual(['EUR']);
  for (const { debits, credits, difference } of currencies) expect([debits - credits, difference]).toEqual([0, 0]);
}

describe('the books', () => {
  it('have what a shopper paid, once, and balance', async () => {
    const sku = await shop.newProduct({ north: 2 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 2 }] });
    const { total } = await shop.comesTo('CONFIRMED', orderId);
    await eventually(async () => {
      const [entry, ...more] = await entriesOf('provider-clearing', orderId);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ side: 'debit', amount: total.amount, kind: 'payment-captured' });
    }, PATIENCE);
    await expectBalance();
  });

  it('have what was given back too, and keep what was told before', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const id = await shop.place({ lines: [{ sku, quantity: 1 }] });
    const { total } = await shop.comesTo('CONFIRMED', id);
    bodyOf(await shop.stage.call(RequestCancellation, { parameters: { id }, token: shop.token.shopper }));
    await shop.comesTo('CANCELLED', id);
    await eventually(async () => {
      const entries = await entriesOf('provider-clearing', id);
      expect(entries.map(({ side, amount }) => `${side} ${amount}`).toSorted()).toEqual([
        `credit ${total.amount}`,
        `debit ${total.amount}`,
      ]);
      expect(await entriesOf('goods-returned', id)).toMatchObject([{ side: 'debit', kind: 'payment-refunded' }]);
    }, PATIENCE);
    await expectBalance();
  });

  it('are the same once they are rebuilt, while shoppers go on paying', async () => {
    const sku = await shop.newProduct({ north: 9 });
    const pay = async () => {
      const orderId = await shop.place({ lines: [{ sku, quantity: 1 }] });
      const { total } = await shop.comesTo('CONFIRMED', orderId);
      return { orderId, amount: total.amount };
    };
    const before = await pay();
    await eventually(
      async () => expect(await entriesOf('provider-clearing', before.orderId)).toHaveLength(1),
      PATIENCE,
    );
    const [told, ...meanwhile] = await Promise.all([type('npm run ledger -- rebuild'), pay(), pay()]);
    expect(told).toMatch(/Rebuilt from [1-9]\d* entries; generation \d+ of the books is read now\./);
    for (const { orderId, amount } of [before, ...meanwhile])
      await eventually(async () => {
        expect(await entriesOf('provider-clearing', orderId)).toMatchObject([{ side: 'debit', amount }]);
      }, PATIENCE);
    await expectBalance();
    await expect(type('npm run ledger -- burn')).rejects.toThrow('The ledger knows no burn.');
  }, 240_000);

  it('have accounts that come to nothing together, of which each says its kind', async () => {
    const { items } = bodyOf(await shop.stage.call(ListAccounts, { token: shop.token.operator }));
    expect(items.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    for (const { debits, credits, balance } of items) expect(debits - credits).toBe(balance);
  });

  it('are shown to operators, and have no accounts but theirs', async () => {
    const parameters = { id: 'petty-cash' };
    const asked = { parameters, token: shop.token.operator };
    expect((await shop.stage.call(ListAccountEntries, asked)).status).toBe(404);
    expect((await shop.stage.call(ListAccounts, { token: shop.token.shopper })).status).toBe(403);
    expect((await shop.stage.call(GetTrialBalance, {})).status).toBe(401);
  });
});
