import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListOrders } from '@waypost/contracts';
import {
  environmentOf,
  localDirectory,
  projectRoot,
  releaseChanges,
  type RunningStage,
  startStage,
} from '@waypost/local';
import { eventually } from '@waypost/test-kit';
import { openShop, PATIENCE, type Shop } from './shop.ts';

// A second stage on the first stage's engine, as for a user who sets an endpoint. Its sources are a copy, to be
// changed. Its storefront replaces the stage's, so the first one belongs to this test.
const first = join(localDirectory, `named-${process.pid}`);
const directory = join(localDirectory, `changing-${process.pid}`);
const copy = join(directory, 'services/order');
const source = join(copy, 'src/functions/order/list-orders.ts');

let shop: Shop;
let engine: RunningStage | undefined;
let running: RunningStage | undefined;
beforeAll(async () => {
  engine = await startStage({ directory: first, quiet: true });
  shop = await openShop(join(first, 'stage.json'));
  mkdirSync(copy, { recursive: true });
  cpSync(join(projectRoot, 'services/order/src'), join(copy, 'src'), { recursive: true });
  const { endpoint } = shop.stage.stage;
  if (endpoint === undefined) throw new Error('A local stage has an endpoint');
  Object.assign(process.env, environmentOf(engine.stage)); // the user's environment
  running = await startStage({ directory, endpoint, quiet: true });
}, 300_000);

afterAll(async () => {
  await running?.stop();
  await engine?.stop();
  for (const each of [directory, first]) rmSync(each, { recursive: true, force: true });
});

const mark = async () => {
  const { headers } = await shop.stage.call(ListOrders, { token: shop.token.shopper });
  return headers.get('x-changed');
};

describe('a configured endpoint', () => {
  it('gets the stage, without an engine of its own', async () => {
    expect(running?.stage.endpoint).toBe(shop.stage.stage.endpoint);
    expect(running?.stage.services).toEqual(shop.stage.stage.services);
    expect((await fetch(`${running?.stage.urls.api}/products?limit=1`)).status).toBe(200);
  });
});

describe('a handler that changes while npm run dev watches', () => {
  it('is deployed to the running stage, and so is its previous version', async () => {
    if (!running) throw new Error('There is no stage');
    const ending = new AbortController();
    const told: string[] = [];
    const watching = releaseChanges({
      root: directory,
      target: running.target,
      released: join(directory, 'released.json'),
      tell: (line) => told.push(line),
      signal: ending.signal,
    });
    try {
      await eventually(() => expect(told).toHaveLength(1), PATIENCE);
      const text = readFileSync(source, 'utf8');
      expect(await mark()).toBeNull();
      writeFileSync(source, text.replace('body:', `headers: { 'x-changed': 'yes' }, body:`));
      await eventually(async () => expect(await mark()).toBe('yes'), PATIENCE);
      writeFileSync(source, text);
      await eventually(async () => expect(await mark()).toBeNull(), PATIENCE);
      expect(told.slice(1)).toEqual([expect.stringMatching(/^↻ order\/list-orders /), expect.stringMatching(/^↻/)]);
    } finally {
      ending.abort();
      await watching;
    }
  }, 300_000);
});
