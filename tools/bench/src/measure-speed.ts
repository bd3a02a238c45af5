import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PutStock } from '@waypost/contracts';
import { localDirectory, startStage } from '@waypost/local';
import { bodyOf, type StageClient, stageClient } from '@waypost/test-kit';
import { median, percentile, table } from './figures.ts';
import { secondsOfChange } from './measure-change.ts';
import { memoryBelow } from './memory.ts';
import { buy, type Journey, LINES } from './orders.ts';

const SHOPPERS = [1, 4, 16];
const ORDERS_EACH = 5;

/** Start times, times of orders by shoppers at once, and memory, of a stage of its own. */
export async function measureSpeed(signal: AbortSignal): Promise<string> {
  const directory = join(localDirectory, `bench-${process.pid}`);
  await mkdir(directory, { recursive: true });
  try {
    const cold = await timed(() => startStage({ directory, quiet: true, signal }));
    await cold.result.stop();
    const warm = await timed(() => startStage({ directory, quiet: true, signal }));
    try {
      const bursts = await burstsOf(stageClient(join(directory, 'stage.json')));
      const change = await secondsOfChange(warm.result, directory);
      return describe({ cold: cold.seconds, warm: warm.seconds, bursts, change });
    } finally {
      await warm.result.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function timed<Result>(work: () => Promise<Result>) {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

async function burstsOf(client: StageClient): Promise<readonly Burst[]> {
  const [token, operator] = [await client.signIn('shopper'), await client.signIn('operator')];
  for (const { sku } of LINES) {
    const body = { warehouse: 'north', onHand: 100_000 } as const;
    bodyOf(await client.call(PutStock, { parameters: { sku }, body, token: operator }));
  }
  await buy(client, token);
  const bursts: Burst[] = [];
  for (const shoppers of SHOPPERS) {
    const journeys = Array.from({ length: shoppers }, async () => {
      const own: Journey[] = [];
      for (let order = 0; order < ORDERS_EACH; order++) own.push(await buy(client, token));
      return own;
    });
    bursts.push({ shoppers, journeys: (await Promise.all(journeys)).flat(), memory: await memoryBelow(process.pid) });
  }
  return bursts;
}

/** So many shoppers at once, each buying a few times, and the megabytes that the whole stage took right after. */
interface Burst {
  readonly shoppers: number;
  readonly journeys: readonly Journey[];
  readonly memory: number;
}

interface Measured {
  readonly cold: number;
  readonly warm: number;
  readonly bursts: readonly Burst[];
  readonly change: number;
}

function describe({ cold, warm, bursts, change }: Measured): string {
  const both = (times: readonly number[]) => [median(times), percentile(times, 0.95)].map((time) => time.toFixed(0));
  const rows = bursts.map(({ shoppers, journeys, memory }) => [
    `${shoppers} at once`,
    ...both(journeys.map(({ accepted }) => accepted)),
    ...both(journeys.map(({ confirmed }) => confirmed)),
    memory.toFixed(0),
  ]);
  const head = ['shoppers', 'POST to 202, ms', '95 %', 'POST to CONFIRMED, ms', '95 %', 'memory, MB'];
  return [
    `Orders of two lines on the local stage, ${ORDERS_EACH} in sequence by each shopper; median and 95th percentile; memory of the whole stage afterwards (proportional set sizes).`,
    '',
    table(head, rows),
    '',
    `- Start of a stage with installed packages, including deployment and products: ${cold.toFixed(0)} s; with existing state: ${warm.toFixed(0)} s.`,
    `- From saving a handler to its deployment by \`npm run dev\`: ${change.toFixed(1)} s.`,
  ].join('\n');
}
