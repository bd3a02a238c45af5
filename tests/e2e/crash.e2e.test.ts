import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ListProducts } from '@waypost/contracts';
import type { RunningStage } from '@waypost/local';
import { bodyOf, eventually } from '@waypost/test-kit';
import { type Account, accountOf, expectAgreement, type Purchase, stockOf } from './accounts.ts';
import { ownStage } from './own-stage.ts';
import type { Shop } from './shop.ts';

// A stage of its own, since it is killed.
const own = ownStage('crash');
/** Number of kills and of regular stops; `npm run soak` does more. */
const ROUNDS = Number(process.env['WAYPOST_SOAK_ROUNDS'] ?? 1);
const SHOPPERS = 4;
const ORDERS = 12;
const SLOW_MACHINE = 600_000;

let shop: Shop;
const goods: Pick<Purchase, 'sku' | 'onHand'>[] = [];

async function start(): Promise<RunningStage> {
  const started = await own.start();
  ({ shop } = started);
  return started.running;
}

/** Kills the engine like a power failure. Returns the time of the state that remains. */
async function kill(): Promise<number> {
  process.kill(Number(readFileSync(join(own.directory, 'state/engine.pid'), 'utf8')), 'SIGKILL');
  await own.stop();
  return lastSaved();
}

/** Time of the last saved state. */
const lastSaved = () => statSync(join(own.directory, 'state/services/snapshot.json')).birthtimeMs;

/** Waits until everything so far is saved, so that a kill loses nothing of an earlier test. */
async function everythingSaved(): Promise<void> {
  const now = Date.now();
  await eventually(
    async () => {
      // Without a change, nothing is saved. A state is taken some time before its file exists.
      await own.sweep();
      expect(lastSaved()).toBeGreaterThan(now + 2000);
    },
    { within: SLOW_MACHINE / 5, every: 1000 },
  );
}

/** Products with sufficient stock, each for one purchase. */
async function findGoods(): Promise<void> {
  goods.length = 0;
  const { items } = bodyOf(await shop.stage.call(ListProducts, { query: { limit: 100 } }));
  for (const { sku } of items) {
    const { onHand } = await stockOf(shop, sku);
    if (onHand > 1) goods.push({ sku, onHand });
  }
}

async function buy(paymentMethod: string): Promise<Purchase> {
  const good = goods.pop();
  if (!good) throw new Error('There are too few products.');
  const idempotencyKey = randomUUID();
  const lines = [{ sku: good.sku, quantity: 1 }];
  const orderId = await shop.place({ lines, paymentMethod, idempotencyKey });
  return { ...good, orderId, idempotencyKey, paymentMethod, answeredAt: Date.now() };
}

/**
 * Shoppers in parallel, each of whom buys again once the last order is decided. One card in four is declined. Ends with
 * the last response.
 */
async function shopping(orders: number): Promise<readonly Purchase[]> {
  const purchases: Purchase[] = [];
  const shopper = async (number: number) => {
    for (let left = orders / SHOPPERS; left > 0; left -= 1) {
      const purchase = await buy((number + left) % 4 === 0 ? 'pm_card_visa_chargeDeclined' : 'pm_card_visa');
      purchases.push(purchase);
      if (left > 1) await shop.decided(purchase.orderId);
    }
  };
  await Promise.all(Array.from({ length: SHOPPERS }, (_, number) => shopper(number)));
  return purchases;
}

/** State of each purchase in all services, once every existing order is decided. */
async function settled(purchases: readonly Purchase[]): Promise<readonly Account[]> {
  const account = async (purchase: Purchase) => {
    const found = await accountOf(shop, purchase);
    expect([undefined, 'CONFIRMED', 'CANCELLED']).toContain(found.order?.status);
    expectAgreement(purchase, found);
    return found;
  };
  return eventually(
    async () => {
      await own.sweep();
      return Promise.all(purchases.map(account));
    },
    { within: 240_000, every: 2000 },
  );
}

const reasonsOf = (accounts: readonly Account[]) =>
  new Set(accounts.flatMap(({ order }) => (order?.status === 'CANCELLED' ? [order.reason] : [])));

beforeAll(async () => {
  await start();
}, SLOW_MACHINE);

beforeEach(findGoods);

afterAll(() => own.remove(), SLOW_MACHINE);

describe.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'a stage whose engine was killed while orders were under way (%i)',
  () => {
    beforeEach(everythingSaved, SLOW_MACHINE);

    it(
      'comes up with every order but those of the last seconds, none by half, and drives each on to one right outcome',
      async () => {
        const purchases = await shopping(ORDERS);
        const savedAt = await kill();
        const { undecided } = await start();
        expect(purchases.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining([...undecided]));

        const accounts = await settled(purchases);
        const lost = purchases.filter((_, index) => accounts[index]?.order === undefined);
        expect(lost.filter(({ answeredAt }) => answeredAt < savedAt - 1000)).toEqual([]);
        expect(accounts.every(({ books }) => books.every(({ charges }) => charges <= 1))).toBe(true);
        expect(['payment_declined']).toEqual(expect.arrayContaining([...reasonsOf(accounts)]));

        for (const { orderId, sku, paymentMethod, idempotencyKey } of lost) {
          const again = { lines: [{ sku, quantity: 1 }], paymentMethod, idempotencyKey };
          expect(await shop.place(again)).toBe(orderId);
        }
        for (const { order } of await settled(lost)) expect(order).toBeDefined();
      },
      SLOW_MACHINE,
    );
  },
);

describe.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'a stage that was stopped while orders were under way (%i)',
  () => {
    it(
      'comes up with every order, and drives each on to one right outcome',
      async () => {
        const earlier = await shopping(SHOPPERS);
        const before = await settled(earlier);
        const latest = await shopping(SHOPPERS);
        await own.stop();
        await start();

        expect(await settled(earlier)).toEqual(before);
        const accounts = await settled(latest);
        expect(accounts.filter(({ order }) => order === undefined)).toEqual([]);
        expect(['payment_declined']).toEqual(expect.arrayContaining([...reasonsOf(accounts)]));
      },
      SLOW_MACHINE,
    );
  },
);
