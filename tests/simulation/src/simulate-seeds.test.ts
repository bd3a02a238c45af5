import { describe, expect, it } from 'vitest';
import { CancelReason } from '@waypost/contracts';
import { FAULT_KINDS } from '@waypost/test-kit/simulation';
import { type Scenario, simulateSeed } from './simulate-seed.ts';
import { numbersTo, simulateBatch } from './simulate-seeds.ts';

const orders = numbersTo(10);

describe('a shop with all faults', () => {
  it('violates no invariant, and its orders end for every reason', async () => {
    const { violations, confirmed, cancelled, redriven } = await simulateBatch({
      firstSeed: 1,
      seeds: 100,
      orders: numbersTo(5),
      kinds: FAULT_KINDS,
    });
    expect(violations).toEqual([]);
    expect(confirmed).toBeGreaterThan(50);
    expect(redriven).toBeGreaterThan(10);
    expect(new Set(Object.keys(cancelled))).toEqual(new Set(CancelReason.options));
  }, 60_000);
});

describe('a shop without faults', () => {
  it('decides every order in its first attempt, and none because of an internal error', async () => {
    const { violations, confirmed, cancelled, redriven, parked, faults } = await simulateBatch({
      firstSeed: 1,
      seeds: 20,
      orders,
      kinds: [],
    });
    expect({ violations, redriven, parked, faults }).toEqual({ violations: [], redriven: 0, parked: 0, faults: {} });
    expect(cancelled.internal_error).toBeUndefined();
    expect(Object.values(cancelled).reduce((sum, count) => sum + count, confirmed)).toBe(200);
  }, 60_000);
});

describe('a seed', () => {
  const traceOf = async (scenario: Partial<Scenario> = {}) =>
    (await simulateSeed({ seed: 7, orders, kinds: FAULT_KINDS, ...scenario }, { traced: true })).trace;

  it('gives the same trace in every simulation', async () => {
    const trace = await traceOf();
    expect(trace.length).toBeGreaterThan(500);
    expect(await traceOf()).toEqual(trace);
  });

  it('gives another trace with other random numbers', async () => {
    expect(await traceOf({ luck: 1 })).not.toEqual(await traceOf());
  });
});
