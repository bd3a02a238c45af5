// npm run bench: measures, and writes docs/benchmarks.md. Arguments name the parts; all of them if none does.
import { untilInterrupted } from '@waypost/local';
import { coldStarts, describeColdStarts } from './cold-start.ts';
import { machine } from './figures.ts';
import { measureCost } from './measure-cost.ts';
import { measureLedger } from './measure-ledger.ts';
import { measureSpeed } from './measure-speed.ts';
import { measureTrips } from './measure-trips.ts';
import { type Section, sections, writeSection } from './page.ts';

const ROUNDS = 30;

const parts: Readonly<Record<Section, (signal: AbortSignal) => Promise<string>>> = {
  cold: async () => {
    const tell = (round: number) => process.stderr.write(`\rcold starts: round ${round} of ${ROUNDS} `);
    return describeColdStarts(await coldStarts(ROUNDS, tell), ROUNDS);
  },
  cost: measureCost,
  trips: measureTrips,
  ledger: measureLedger,
  speed: measureSpeed,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in sections));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(sections).join(', ')}`);
await untilInterrupted(async (signal) => {
  for (const section of ['cold', 'cost', 'trips', 'ledger', 'speed'] as const) {
    if (asked.length > 0 && !asked.includes(section)) continue;
    await writeSection(section, machine(), await parts[section](signal));
    console.log(`\n${sections[section]}: written to docs/benchmarks.md`);
  }
});
