// npm run simulate:trips: simulates bookings with every kind of fault and checks the invariants.
import '../quiet.ts';
import { parseArgs } from 'node:util';
import { BookingCancelReason } from '@waypost/contracts';
import { FAULT_KINDS } from '@waypost/test-kit/simulation';
import { describeRange, seedRanges, TRIP_REGRESSIONS } from '../seeds.ts';
import { isTripPlantName, TRIP_PLANTS } from './plants.ts';
import { simulateTrips } from './simulate-trips.ts';

const { values } = parseArgs({
  options: {
    /** First seed. Without it: the fixed seeds from 1, every regression, and new seeds. */
    seed: { type: 'string' },
    seeds: { type: 'string' },
    bookings: { type: 'string', default: '5' },
    'new-seeds': { type: 'string', default: '1000' },
    plant: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});
const plant = values.plant;
if (plant !== undefined && !isTripPlantName(plant))
  throw new Error(`The plants are ${Object.keys(TRIP_PLANTS).join(', ')}`);
const ranges = seedRanges({
  firstSeed: values.seed === undefined ? undefined : Number(values.seed),
  seeds: Number(values.seeds ?? (values.seed === undefined ? '1000' : '1')),
  size: Number(values.bookings),
  newSeeds: Number(values['new-seeds']),
  regressions: TRIP_REGRESSIONS,
});

const began = performance.now();
const sums = { events: 0, confirmed: 0, redriven: 0, parked: 0 };
const cancelled = new Map<string, number>();
let violations = 0;
let played = 0;
let bookings = 0;
for (const range of ranges) {
  console.log(describeRange(range, 'bookings'));
  for (let { firstSeed: seed } = range; seed < range.firstSeed + range.seeds && violations === 0; seed += 1) {
    const trips = await simulateTrips(
      { seed, bookings: range.size, kinds: FAULT_KINDS, plant },
      { traced: values.trace },
    );
    played += 1;
    bookings += range.size;
    for (const key of ['events', 'confirmed', 'redriven', 'parked'] as const) sums[key] += trips[key];
    for (const [reason, count] of Object.entries(trips.cancelled))
      cancelled.set(reason, (cancelled.get(reason) ?? 0) + count);
    if (values.trace) console.log(trips.trace.join('\n'));
    if (trips.violation === undefined) continue;
    violations += 1;
    process.exitCode = 1;
    console.log(`✖ ${trips.violation}\n  npm run simulate:trips -- --seed ${seed} --bookings ${range.size} --trace`);
  }
}
const seconds = (performance.now() - began) / 1000;
const reasons = BookingCancelReason.options.map((reason) => `${reason} ${cancelled.get(reason) ?? 0}`);
console.log(`${sums.confirmed} confirmed; cancelled: ${reasons.join(', ')}`);
console.log(`${sums.redriven} redriven, ${sums.parked} parked for an operator`);
console.log(
  `${bookings} bookings, ${played} seeds, ${sums.events} events, ${violations} violations, ${seconds.toFixed(1)} s`,
);
