import { beforeAll, describe, expect, it } from 'vitest';
import { ListProducts, type Order, type Sku } from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { moneyIn, openShop, PATIENCE, reservedIn, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

async function expectOneCharge({ orderId, total }: Order): Promise<void> {
  expect(await shop.paymentRecordsOf(orderId)).toEqual([
    expect.objectContaining({ status: 'succeeded', charges: 1, amountReceived: total.amount, amountCapturable: 0 }),
  ]);
}

/** Checks that the stock of each product is reduced once, and that no unit stays reserved. */
async function expectSold(before: ReadonlyMap<Sku, number>, quantity: number): Promise<void> {
  await eventually(async () => {
    for (const [sku, available] of before) {
      const level = await shop.stockOf(sku);
      expect([sku, level.available, reservedIn(level)]).toEqual([sku, available - quantity, 0]);
    }
  }, PATIENCE);
}

/** Returns available products of the catalog, with their stock. */
async function inStock(count: number): Promise<ReadonlyMap<Sku, number>> {
  const levels = new Map<Sku, number>();
  let cursor: string | undefined;
  do {
    // Excludes products that other journeys created for themselves.
    const query = { limit: 100, available: 'true' as const, ...(cursor && { cursor }) };
    const page = bodyOf(await shop.stage.call(ListProducts, { query }));
    for (const { sku } of page.items.filter((product) => !product.sku.startsWith('TEST-'))) {
      const { available } = await shop.stockOf(sku);
      if (available > 0 && levels.size < count) levels.set(sku, available);
    }
    ({ cursor } = page);
  } while (cursor !== undefined && levels.size < count);
  return levels;
}

describe('a shopper with a valid card', () => {
  it.each([1, 2])(
    'gets an order of %d lines confirmed, is charged once, and has every line set aside once',
    async (count) => {
      const skus: Sku[] = [];
      for (let line = 0; line < count; line += 1) skus.push(await shop.newProduct({ north: 5 }));
      const orderId = await shop.place({ lines: skus.map((sku) => ({ sku, quantity: 2 })) });
      const order = await shop.decided(orderId);

      expect(order).toMatchObject({ status: 'CONFIRMED', total: { amount: count * 3998 } });
      expect(order.history.map(({ status }) => status)).toEqual(['PLACED', 'CONFIRMED']);
      expect(order.shipments).toHaveLength(1);
      await expectOneCharge(order);
      await expectSold(new Map(skus.map((sku) => [sku, 5])), 2);
    },
  );

  it('gets an order of 40 lines confirmed', async () => {
    const before = await inStock(40);
    const lines = [...before.keys()].map((sku) => ({ sku, quantity: 1 }));
    expect(lines).toHaveLength(40);
    const order = await shop.decided(await shop.place({ lines }));
    expect(order).toMatchObject({ status: 'CONFIRMED' });
    await expectOneCharge(order);
    await expectSold(before, 1);
  });

  it('gets a mail when the order is placed, and one when it is confirmed', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const orderId = await shop.place({ lines: [{ sku, quantity: 1 }] });
    await shop.decided(orderId);
    await eventually(async () => {
      const subjects = (await shop.mailsOf(orderId)).map(({ subject }) => subject);
      expect(subjects.filter((subject) => /have your order|confirmed/.test(subject))).toHaveLength(2);
    }, PATIENCE);
  });

  it('gets two shipments when neither warehouse has all lines', async () => {
    const [north, south] = await Promise.all([shop.newProduct({ north: 1 }), shop.newProduct({ north: 0, south: 1 })]);
    const lines = [north, south].map((sku) => ({ sku, quantity: 1 }));
    const order = await shop.decided(await shop.place({ lines }));
    expect(order.status).toBe('CONFIRMED');
    expect(order.shipments.map(({ warehouse }) => warehouse).toSorted()).toEqual(['north', 'south']);
  });
});

describe.each(['pm_card_visa_chargeDeclined', 'pm_card_visa_chargeDeclinedInsufficientFunds', 'pm_unknown'])(
  'a shopper who pays with %s',
  (paymentMethod) => {
    it('learns that the payment was declined, and nothing stays reserved or authorized', async () => {
      const sku = await shop.newProduct({ north: 3 });
      const orderId = await shop.place({ lines: [{ sku, quantity: 2 }], paymentMethod });
      expect(await shop.decided(orderId)).toMatchObject({
        status: 'CANCELLED',
        reason: 'payment_declined',
        shipments: [],
        returns: [],
      });
      expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(0);
      const level = await shop.stockOf(sku);
      expect([level.available, reservedIn(level)]).toEqual([3, 0]);
      await eventually(async () => {
        expect((await shop.mailsOf(orderId)).map(({ subject }) => subject).join()).toMatch(/cancelled/);
      }, PATIENCE);
    });
  },
);

describe('a shopper who orders the last unit after it was sold', () => {
  it('learns that it is out of stock, and nothing is charged', async () => {
    const sku = await shop.newProduct({ north: 1 });
    const lines = [{ sku, quantity: 1 }];
    expect(await shop.decided(await shop.place({ lines }))).toMatchObject({ status: 'CONFIRMED' });

    const late = await shop.place({ lines, by: 'secondShopper' });
    expect(await shop.decided(late, 'secondShopper')).toMatchObject({ status: 'CANCELLED', reason: 'out_of_stock' });
    expect(moneyIn(await shop.paymentRecordsOf(late))).toBe(0);
    expect((await shop.stockOf(sku)).available).toBe(0);
  });
});
