import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@waypost/test-kit';
import { moneyIn, openShop, PATIENCE, reservedIn, type Shop } from './shop.ts';

const LANES = 2;
/** `npm run soak` runs a hundred races, like the integration test of inventory does for the stock alone. */
const ROUNDS = Number(process.env['WAYPOST_SOAK_RACES'] ?? 40) / LANES;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

describe('two shoppers who race for the last unit', () => {
  it(`have one winner in each of ${LANES * ROUNDS} races, and the other one pays nothing`, async () => {
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        const sku = await shop.newProduct({ north: 1 });
        for (let round = 0; round < ROUNDS; round += 1) {
          await race(sku);
          await eventually(async () => {
            const level = await shop.stockOf(sku);
            expect([level.available, reservedIn(level)]).toEqual([0, 0]);
          }, PATIENCE);
          await shop.count(sku, 'north', 1);
        }
      }),
    );
  }, 1_200_000);
});

async function race(sku: Awaited<ReturnType<Shop['newProduct']>>): Promise<void> {
  const shoppers = ['shopper', 'secondShopper'] as const;
  const lines = [{ sku, quantity: 1 }];
  const orders = await Promise.all(shoppers.map(async (by) => shop.decided(await shop.place({ lines, by }), by)));
  expect(orders.map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'CONFIRMED']);
  for (const { orderId, status, total } of orders) {
    expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(status === 'CONFIRMED' ? total.amount : 0);
  }
}
