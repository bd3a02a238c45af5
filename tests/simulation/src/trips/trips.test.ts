import { describe, expect, it } from 'vitest';
import { BookingCancelReason } from '@waypost/contracts';
import { FAULT_KINDS, type FaultKind } from '@waypost/test-kit/simulation';
import { isTripPlantName, TRIP_PLANTS, type TripPlantName } from './plants.ts';
import { type SimulatedTrips, simulateTrips } from './simulate-trips.ts';

/** Simulates seeds until one violates an invariant. */
async function play(
  seeds: number,
  kinds: readonly FaultKind[],
  plant?: TripPlantName,
): Promise<readonly SimulatedTrips[]> {
  const played: SimulatedTrips[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const trips = await simulateTrips({ seed, bookings: 5, kinds, plant });
    played.push(trips);
    if (trips.violation !== undefined) break;
  }
  return played;
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('trips with all faults', () => {
  it('violate no invariant, and end for every reason', async () => {
    const played = await play(100, FAULT_KINDS);
    expect(played.flatMap(({ violation }) => violation ?? [])).toEqual([]);
    expect(sum(played.map(({ confirmed }) => confirmed))).toBeGreaterThan(50);
    expect(sum(played.map(({ redriven }) => redriven))).toBeGreaterThan(10);
    const reasons = new Set(played.flatMap(({ cancelled }) => Object.keys(cancelled)));
    expect(reasons).toEqual(new Set(BookingCancelReason.options));
  }, 60_000);
});

describe('trips without faults', () => {
  it('are decided in their first attempt, and none because of an internal error', async () => {
    const played = await play(20, []);
    expect(played.flatMap(({ violation }) => violation ?? [])).toEqual([]);
    expect(sum(played.map(({ redriven, parked }) => redriven + parked))).toBe(0);
    expect(played.some(({ cancelled }) => cancelled.internal_error !== undefined)).toBe(false);
  }, 60_000);

  it('give the same trace in every simulation', async () => {
    const trace = async () =>
      (await simulateTrips({ seed: 7, bookings: 5, kinds: FAULT_KINDS }, { traced: true })).trace;
    const once = await trace();
    expect(once.length).toBeGreaterThan(100);
    expect(await trace()).toEqual(once);
  }, 60_000);
});

describe('a planted bug', () => {
  it.each(Object.keys(TRIP_PLANTS).filter(isTripPlantName))(
    'is found: %s',
    async (plant) => {
      expect((await play(1000, FAULT_KINDS, plant)).at(-1)?.violation).toBeDefined();
    },
    60_000,
  );
});
