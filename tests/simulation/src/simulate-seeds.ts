import { CancelReason } from '@waypost/contracts';
import { FAULT_KINDS, type FaultKind } from '@waypost/test-kit/simulation';
import type { PlantName } from './plants.ts';
import { type Scenario, type Simulated, simulateSeed } from './simulate-seed.ts';

/** A range of seeds, each with the same orders and faults. */
export interface Batch {
  readonly firstSeed: number;
  readonly seeds: number;
  /** Numbers of the orders in each seed. */
  readonly orders: readonly number[];
  readonly kinds: readonly FaultKind[];
  readonly luck?: number | undefined;
  readonly plant?: PlantName | undefined;
}

/** Numbers from 1 to `count`. */
export const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Totals of batches. */
export interface Totals extends Omit<Simulated, 'violation' | 'trace'> {
  readonly seeds: number;
  readonly violations: readonly { readonly seed: number; readonly violation: string }[];
}

export const NOTHING: Totals = {
  seeds: 0,
  events: 0,
  confirmed: 0,
  cancelled: {},
  redriven: 0,
  parked: 0,
  faults: {},
  violations: [],
};

export const scenarioOf = ({ orders, kinds, luck, plant }: Batch, seed: number): Scenario => ({
  seed,
  orders,
  kinds,
  luck,
  plant,
});

/** Simulates a batch, one seed after the other, until `isEnough` returns true. */
export async function simulateBatch(
  batch: Batch,
  isEnough: (totals: Totals) => boolean = () => false,
): Promise<Totals> {
  let totals = NOTHING;
  for (let seed = batch.firstSeed; seed < batch.firstSeed + batch.seeds; seed += 1) {
    const { violation, trace: _, ...counts } = await simulateSeed(scenarioOf(batch, seed));
    const violations = violation === undefined ? [] : [{ seed, violation }];
    totals = plus(totals, { seeds: 1, ...counts, violations });
    if (isEnough(totals)) break;
  }
  return totals;
}

export function plus(one: Totals, other: Totals): Totals {
  return {
    seeds: one.seeds + other.seeds,
    events: one.events + other.events,
    confirmed: one.confirmed + other.confirmed,
    cancelled: sumOf(CancelReason.options, one.cancelled, other.cancelled),
    redriven: one.redriven + other.redriven,
    parked: one.parked + other.parked,
    faults: sumOf(FAULT_KINDS, one.faults, other.faults),
    violations: [...one.violations, ...other.violations],
  };
}

type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;

function sumOf<Key extends string>(keys: readonly Key[], one: Counts<Key>, other: Counts<Key>): Counts<Key> {
  const sum: Partial<Record<Key, number>> = {};
  for (const key of keys) {
    const count = (one[key] ?? 0) + (other[key] ?? 0);
    if (count > 0) sum[key] = count;
  }
  return sum;
}
