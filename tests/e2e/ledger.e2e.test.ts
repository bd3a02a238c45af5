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

/** Entries of an order in an account. Entries of other orders are as recent, so several pages are read. */
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

describe('the ledger', () => {
  it("has a shopper's payment once, and balances", async () => {
    const sku = await shop.newProduct({ north: 2 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 2 }] });
    const { total } = await shop.reaches('CONFIRMED', orderId);
    await eventually(async () => {
      const [entry, ...more] = await entriesOf('provider-clearing', orderId);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ side: 'debit', amount: total.amount, kind: 'payment-captured' });
    }, PATIENCE);
    await expectBalance();
  });

  it('has the refund too, and keeps the earlier entries', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const id = await shop.place({ lines: [{ sku, quantity: 1 }] });
    const { total } = await shop.reaches('CONFIRMED', id);
    bodyOf(await shop.stage.call(RequestCancellation, { parameters: { id }, token: shop.token.shopper }));
    await shop.reaches('CANCELLED', id);
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

  it('is the same after a rebuild while shoppers pay', async () => {
    const sku = await shop.newProduct({ north: 9 });
    const pay = async () => {
      const orderId = await shop.place({ lines: [{ sku, quantity: 1 }] });
      const { total } = await shop.reaches('CONFIRMED', orderId);
      return { orderId, amount: total.amount };
    };
    const before = await pay();
    await eventually(
      async () => expect(await entriesOf('provider-clearing', before.orderId)).toHaveLength(1),
      PATIENCE,
    );
    const [output, ...paid] = await Promise.all([type('npm run ledger -- rebuild'), pay(), pay()]);
    expect(output).toMatch(/Rebuilt from [1-9]\d* entries; generation \d+ is now current\./);
    for (const { orderId, amount } of [before, ...paid])
      await eventually(async () => {
        expect(await entriesOf('provider-clearing', orderId)).toMatchObject([{ side: 'debit', amount }]);
      }, PATIENCE);
    await expectBalance();
    await expect(type('npm run ledger -- burn')).rejects.toThrow('The ledger knows no burn.');
  }, 240_000);

  it('has accounts with a kind, whose balances add up to zero', async () => {
    const { items } = bodyOf(await shop.stage.call(ListAccounts, { token: shop.token.operator }));
    expect(items.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    for (const { debits, credits, balance } of items) expect(debits - credits).toBe(balance);
  });

  it('is visible to operators only, and has no other accounts', async () => {
    const parameters = { id: 'petty-cash' };
    const asked = { parameters, token: shop.token.operator };
    expect((await shop.stage.call(ListAccountEntries, asked)).status).toBe(404);
    expect((await shop.stage.call(ListAccounts, { token: shop.token.shopper })).status).toBe(403);
    expect((await shop.stage.call(GetTrialBalance, {})).status).toBe(401);
  });
});
