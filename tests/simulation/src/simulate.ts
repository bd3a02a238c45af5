// npm run simulate: plays the order flow with everything that can go wrong, and says whether it still holds.
import './quiet.ts';
import { parseArgs } from 'node:util';
import { FAULT_KINDS, isFaultKind } from '@waypost/test-kit/simulation';
import { isPlantName, PLANTS } from './plants.ts';
import { describeProgress, describeTotals, describeViolation } from './report.ts';
import { simulateSeed } from './simulate-seed.ts';
import { simulateInThreads } from './simulate-in-threads.ts';
import { type Batch, numbersTo, scenarioOf } from './simulate-seeds.ts';
import { shrink } from './shrink.ts';

const USAGE = `npm run simulate -- [options]
  --seed N        the first seed (1)
  --seeds K       how many seeds: 1 where --seed is given, else 1000
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

function batchOf(args: readonly string[]): Batch & { readonly isTraced: boolean } {
  const given = parseArgs({ args: [...args], options: OPTIONS }).values;
  const { faults = 'all', plant, only } = given;
  if (faults !== 'all' && faults !== 'quiet') throw new Error('--faults is all or quiet');
  if (plant !== undefined && !isPlantName(plant)) throw new Error(`There is no plant ${plant}`);
  const without = given.without?.split(',') ?? [];
  const unknown = without.find((kind) => !isFaultKind(kind));
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}`);
  return {
    firstSeed: wholeNumber('seed', given.seed ?? '1'),
    seeds: wholeNumber('seeds', given.seeds ?? (given.seed === undefined ? '1000' : '1')),
    orders:
      only?.split(',').map((each) => wholeNumber('only', each)) ??
      numbersTo(wholeNumber('orders', given.orders ?? '10')),
    kinds: faults === 'all' ? FAULT_KINDS.filter((kind) => !without.includes(kind)) : [],
    luck: wholeNumber('luck', given.luck ?? '0', 0),
    plant,
    isTraced: given.trace ?? false,
  };
}

async function main(batch: ReturnType<typeof batchOf>): Promise<void> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  if (batch.isTraced) {
    const { trace } = await simulateSeed(scenarioOf(batch, batch.firstSeed), { traced: true });
    console.log(trace.join('\n'));
  }
  let told = 0;
  const totals = await simulateInThreads(batch, (soFar) => {
    if (seconds() - told < 2) return;
    told = seconds();
    console.log(describeProgress(soFar, batch, told));
  });
  console.log(describeTotals(totals, batch, seconds()));

  const [first] = totals.violations.toSorted((one, other) => one.seed - other.seed);
  if (!first) return;
  process.exitCode = 1;
  console.log(`\n✖ seed ${first.seed}: ${first.violation}\n  Looking for the shortest run that shows it …`);
  const smallest = await shrink(scenarioOf(batch, first.seed));
  console.log(describeViolation(smallest, await simulateSeed(smallest, { traced: true })));
}

let batch: ReturnType<typeof batchOf> | undefined;
try {
  batch = batchOf(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (batch) await main(batch);
