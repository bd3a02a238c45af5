// npm run simulate:trips: plays bookings with everything that can go wrong, and says whether it still holds.
import '../quiet.ts';
import { parseArgs } from 'node:util';
import { BookingCancelReason } from '@waypost/contracts';
import { FAULT_KINDS } from '@waypost/test-kit/simulation';
import { isTripPlantName, TRIP_PLANTS } from './plants.ts';
import { simulateTrips } from './simulate-trips.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1000' },
    bookings: { type: 'string', default: '5' },
    plant: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});
const plant = values.plant;
if (plant !== undefined && !isTripPlantName(plant))
  throw new Error(`The plants are ${Object.keys(TRIP_PLANTS).join(', ')}`);
const [first, seeds, bookings] = [Number(values.seed), Number(values.seeds), Number(values.bookings)];

const began = performance.now();
const sums = { events: 0, confirmed: 0, redriven: 0, parked: 0 };
const cancelled = new Map<string, number>();
let violations = 0;
let played = 0;
for (let seed = first; seed < first + seeds && violations === 0; seed += 1) {
  const scenario = { seed, bookings, kinds: FAULT_KINDS, plant };
  const trips = await simulateTrips(scenario, { traced: values.trace });
  played += 1;
  for (const key of ['events', 'confirmed', 'redriven', 'parked'] as const) sums[key] += trips[key];
  for (const [reason, count] of Object.entries(trips.cancelled))
    cancelled.set(reason, (cancelled.get(reason) ?? 0) + count);
  if (values.trace) console.log(trips.trace.join('\n'));
  if (trips.violation === undefined) continue;
  violations += 1;
  process.exitCode = 1;
  console.log(
    `✖ ${trips.violation}\n  npm run simulate:trips -- --seed ${seed} --seeds 1 --bookings ${bookings} --trace`,
  );
}
const seconds = (performance.now() - began) / 1000;
const reasons = BookingCancelReason.options.map((reason) => `${reason} ${cancelled.get(reason) ?? 0}`);
console.log(`${sums.confirmed} confirmed; cancelled: ${reasons.join(', ')}`);
console.log(`${sums.redriven} driven again, ${sums.parked} parked for an operator`);
console.log(
  `${played * bookings} bookings, ${played} seeds, ${sums.events} events, ${violations} violations, ${seconds.toFixed(1)} s`,
);
