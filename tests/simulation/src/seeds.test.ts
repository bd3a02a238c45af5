import { FAULT_KINDS } from '@waypost/test-kit/simulation';
import { describe, expect, it } from 'vitest';
import { describeRange, ORDER_REGRESSIONS, seedRanges, TRIP_REGRESSIONS } from './seeds.ts';
import { numbersTo } from './simulate-seeds.ts';
import { simulateSeed } from './simulate-seed.ts';
import { simulateTrips } from './trips/simulate-trips.ts';

describe('seedRanges', () => {
  const regressions = [{ seed: 77, size: 3, found: 'a fault' }];

  it('adds the regressions and a range of new seeds to the fixed ones', () => {
    const ranges = seedRanges({ seeds: 100, size: 5, newSeeds: 50, regressions });
    expect(ranges.map(({ name, seeds, size }) => ({ name, seeds, size }))).toEqual([
      { name: 'fixed', seeds: 100, size: 5 },
      { name: 'regression', seeds: 1, size: 3 },
      { name: 'new', seeds: 50, size: 5 },
    ]);
    expect(ranges.at(-1)?.firstSeed).toBeGreaterThan(100);
  });

  it('uses only the given seeds when a first seed is given', () => {
    const ranges = seedRanges({ firstSeed: 7, seeds: 2, size: 5, newSeeds: 50, regressions });
    expect(ranges.map((range) => describeRange(range, 'bookings'))).toEqual(['given seeds 7 to 8, 5 bookings each']);
  });
});

describe('seeds that failed once', () => {
  it.each(TRIP_REGRESSIONS)('trips of seed $seed violate no invariant', async ({ seed, size }) => {
    expect((await simulateTrips({ seed, bookings: size, kinds: FAULT_KINDS })).violation).toBeUndefined();
  });

  it('orders violate no invariant', async () => {
    for (const { seed, size } of ORDER_REGRESSIONS)
      expect((await simulateSeed({ seed, orders: numbersTo(size), kinds: FAULT_KINDS })).violation).toBeUndefined();
  });
});
