import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListProducts } from '@waypost/contracts';
import { localDirectory, type RunningStage, startStage } from '@waypost/local';
import { bodyOf, eventually } from '@waypost/test-kit';
import { type Account, accountOf, expectAgreement, orderOf, type Purchase, stockOf } from './accounts.ts';
import { executionsOn } from './executions.ts';
import { openShop, PATIENCE, type Shop } from './shop.ts';

// A stage of its own, since it is killed.
const directory = join(localDirectory, `crash-${process.pid}`);
const SHOPPERS = 4;
const SLOW_MACHINE = 600_000;

let running: RunningStage | undefined;
let shop: Shop;
const goods: Pick<Purchase, 'sku' | 'onHand'>[] = [];

async function start(): Promise<RunningStage> {
  running = await startStage({ directory, quiet: true });
  shop = await openShop(join(directory, 'stage.json'));
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

/** Ends the engine as a power cut would, and gives when the state that is left was taken. */
async function kill(): Promise<number> {
  process.kill(Number(readFileSync(join(directory, 'state/engine.pid'), 'utf8')), 'SIGKILL');
  await stop();
  return statSync(join(directory, 'state/services/snapshot.json')).birthtimeMs;
}

/** Products of which there is enough, each for one purchase. */
async function findGoods(): Promise<void> {
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

/** Shoppers side by side, each of whom buys again once the last order is decided; a card in four is bad. Ends with the last answer. */
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

/** What all say of each purchase, once nothing moves any more: no event is on its way, no execution runs. */
async function settled(purchases: readonly Purchase[]): Promise<readonly Account[]> {
  if (!running) throw new Error('No stage is running.');
  const executionOf = await executionsOn(running);
  return Promise.all(
    purchases.map((purchase) =>
      eventually(async () => {
        const order = await orderOf(shop, purchase.orderId);
        const execution = order?.status === 'PLACED' ? await executionOf(order.orderId) : 'SUCCEEDED';
        if (!execution || execution === 'RUNNING') throw new Error(`${purchase.orderId} is about to move.`);
        const account = await accountOf(shop, purchase);
        expectAgreement(purchase, account);
        return account;
      }, PATIENCE),
    ),
  );
}

const undecidedIn = (accounts: readonly Account[]) =>
  accounts.flatMap(({ order }) => (order?.status === 'PLACED' ? [order.orderId] : []));

beforeAll(async () => {
  await start();
  await findGoods();
}, SLOW_MACHINE);

afterAll(async () => {
  await stop();
  await rm(directory, { recursive: true, force: true });
}, SLOW_MACHINE);

describe('a stage whose engine was killed while orders were under way', () => {
  it(
    'comes up with every order but those of the last seconds, none by half, and tells which are undecided',
    async () => {
      const purchases = await shopping(20);
      const savedAt = await kill();
      const { undecided } = await start();

      const accounts = await settled(purchases);
      const lost = purchases.filter((_, index) => accounts[index]?.order === undefined);
      expect(lost.filter(({ answeredAt }) => answeredAt < savedAt - 1000)).toEqual([]);
      expect(undecided).toEqual(expect.arrayContaining(undecidedIn(accounts)));
      expect(purchases.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining([...undecided]));

      for (const { orderId, sku, paymentMethod, idempotencyKey } of lost) {
        const again = { lines: [{ sku, quantity: 1 }], paymentMethod, idempotencyKey };
        expect(await shop.place(again)).toBe(orderId);
      }
      for (const { order } of await settled(lost)) expect(order?.status).not.toBe('PLACED');
    },
    SLOW_MACHINE,
  );
});

describe('a stage that was stopped while orders were under way', () => {
  it(
    'comes up with every order, and tells which are undecided',
    async () => {
      const earlier = await shopping(SHOPPERS);
      const before = await settled(earlier);
      const latest = await shopping(SHOPPERS);
      await stop();
      const { undecided } = await start();

      expect(await settled(earlier)).toEqual(before);
      const accounts = await settled(latest);
      expect(accounts.filter(({ order }) => order === undefined)).toEqual([]);
      expect(undecided).toEqual(expect.arrayContaining(undecidedIn(accounts)));
    },
    SLOW_MACHINE,
  );
});
