import { randomInt } from 'node:crypto';

/** A scenario that violated an invariant once. Every run repeats it. */
export interface RegressionSeed {
  readonly seed: number;
  /** Orders or bookings in the scenario. */
  readonly size: number;
  /** The fault that the seed found. */
  readonly found: string;
}

/** Seeds of the order simulation that ever failed. */
export const ORDER_REGRESSIONS: readonly RegressionSeed[] = [];

const OVERWRITTEN =
  'a rejection that arrived late replaced the reservation of a retry, so a CONFIRMED booking showed it';

/** Seeds of the trip simulation that ever failed. */
export const TRIP_REGRESSIONS: readonly RegressionSeed[] = [
  { seed: 910_023, size: 5, found: OVERWRITTEN },
  { seed: 910_122, size: 5, found: OVERWRITTEN },
  { seed: 910_543, size: 5, found: OVERWRITTEN },
];

/** A range of seeds, all with the same size. */
export interface SeedRange {
  readonly name: 'given' | 'fixed' | 'regression' | 'new';
  readonly firstSeed: number;
  readonly seeds: number;
  readonly size: number;
}

const FIRST_NEW_SEED = 1_000_000;
const LAST_NEW_SEED = 2_000_000_000;

/** The first seed of a range that no run has tried yet, in all likelihood. */
export const firstNewSeed = (): number => randomInt(FIRST_NEW_SEED, LAST_NEW_SEED);

/** The seeds of a run: the fixed or given ones, every regression, and a range of new ones. */
export function seedRanges({
  firstSeed,
  seeds,
  size,
  newSeeds,
  regressions,
}: {
  /** Absent: the fixed seeds, from 1. */
  readonly firstSeed?: number | undefined;
  readonly seeds: number;
  readonly size: number;
  /** New seeds to add, from a random one. */
  readonly newSeeds: number;
  readonly regressions: readonly RegressionSeed[];
}): readonly SeedRange[] {
  if (firstSeed !== undefined) return [{ name: 'given', firstSeed, seeds, size }];
  return [
    { name: 'fixed', firstSeed: 1, seeds, size },
    ...regressions.map((each): SeedRange => ({ name: 'regression', firstSeed: each.seed, seeds: 1, size: each.size })),
    ...(newSeeds > 0 ? [{ name: 'new' as const, firstSeed: firstNewSeed(), seeds: newSeeds, size }] : []),
  ];
}

/** One line per range, e.g. `new seeds 1948211 to 1948510`. */
export const describeRange = ({ name, firstSeed, seeds, size }: SeedRange, unit: string): string =>
  `${name} ${seeds === 1 ? `seed ${firstSeed}` : `seeds ${firstSeed} to ${firstSeed + seeds - 1}`}, ${size} ${unit} each`;
