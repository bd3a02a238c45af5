// npm run simulate: simulates the order flow with every kind of fault and checks the invariants.
import './quiet.ts';
import { parseArgs } from 'node:util';
import { FAULT_KINDS, isFaultKind } from '@waypost/test-kit/simulation';
import { isPlantName, PLANTS } from './plants.ts';
import { describeProgress, describeTotals, describeViolation } from './report.ts';
import { simulateSeed } from './simulate-seed.ts';
import { simulateInThreads } from './simulate-in-threads.ts';
import { describeRange, ORDER_REGRESSIONS, seedRanges, type SeedRange } from './seeds.ts';
import { type Batch, numbersTo, scenarioOf } from './simulate-seeds.ts';
import { shrink } from './shrink.ts';

const USAGE = `npm run simulate -- [options]
  --seed N        only the seeds from this one on; without it: the fixed seeds from 1, every regression, and new seeds
  --seeds K       number of seeds: 1 with --seed, else 1000 fixed ones
  --new-seeds K   number of new seeds, from a random one (1000)
  --orders M      orders in each seed (10)
  --faults all    or quiet: nothing goes wrong
  --plant NAME    a bug to find: ${Object.keys(PLANTS).join(', ')}
  --trace         prints each step of the first seed
  --only 3,7      only these orders of a seed
  --without a,b   all faults but these: ${FAULT_KINDS.join(', ')}
  --luck N        other delays and other moments for faults, for the same shoppers (0)`;

const text = { type: 'string' } as const;
const OPTIONS = {
  seed: text,
  seeds: text,
  'new-seeds': text,
  orders: text,
  faults: text,
  plant: text,
  trace: { type: 'boolean' },
  only: text,
  without: text,
  luck: text,
} as const;

function wholeNumber(name: string, given: string, least = 1): number {
  const number = Number(given);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`--${name} is a whole number from ${least} on`);
}

function runOf(args: readonly string[]): {
  readonly batches: readonly [SeedRange, Batch][];
  readonly isTraced: boolean;
} {
  const given = parseArgs({ args: [...args], options: OPTIONS }).values;
  const { faults = 'all', plant, only } = given;
  if (faults !== 'all' && faults !== 'quiet') throw new Error('--faults is all or quiet');
  if (plant !== undefined && !isPlantName(plant)) throw new Error(`There is no plant ${plant}`);
  const without = given.without?.split(',') ?? [];
  const unknown = without.find((kind) => !isFaultKind(kind));
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}`);
  const size = wholeNumber('orders', given.orders ?? '10');
  const shared = {
    kinds: faults === 'all' ? FAULT_KINDS.filter((kind) => !without.includes(kind)) : [],
    luck: wholeNumber('luck', given.luck ?? '0', 0),
    plant,
  };
  const ranges = seedRanges({
    firstSeed: given.seed === undefined ? undefined : wholeNumber('seed', given.seed),
    seeds: wholeNumber('seeds', given.seeds ?? (given.seed === undefined ? '1000' : '1')),
    size,
    newSeeds: wholeNumber('new-seeds', given['new-seeds'] ?? '1000', 0),
    regressions: ORDER_REGRESSIONS,
  });
  return {
    batches: ranges.map((range) => [
      range,
      {
        ...shared,
        firstSeed: range.firstSeed,
        seeds: range.seeds,
        orders: only?.split(',').map((each) => wholeNumber('only', each)) ?? numbersTo(range.size),
      },
    ]),
    isTraced: given.trace ?? false,
  };
}

async function main({ batches, isTraced }: ReturnType<typeof runOf>): Promise<void> {
  for (const [range, batch] of batches) {
    console.log(describeRange(range, 'orders'));
    await simulate(batch, isTraced);
    if (process.exitCode !== undefined) return;
  }
}

/** Simulates a batch on all cores. Shrinks and shows its first violation. */
async function simulate(batch: Batch, isTraced: boolean): Promise<void> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  if (isTraced) {
    const { trace } = await simulateSeed(scenarioOf(batch, batch.firstSeed), { traced: true });
    console.log(trace.join('\n'));
  }
  let published = 0;
  const totals = await simulateInThreads(batch, (soFar) => {
    if (seconds() - published < 2) return;
    published = seconds();
    console.log(describeProgress(soFar, batch, published));
  });
  console.log(describeTotals(totals, batch, seconds()));

  const [first] = totals.violations.toSorted((one, other) => one.seed - other.seed);
  if (!first) return;
  process.exitCode = 1;
  console.log(`\n✖ seed ${first.seed}: ${first.violation}\n  Looking for the shortest run that shows it …`);
  const smallest = await shrink(scenarioOf(batch, first.seed));
  console.log(describeViolation(smallest, await simulateSeed(smallest, { traced: true })));
}

let run: ReturnType<typeof runOf> | undefined;
try {
  run = runOf(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (run) await main(run);
