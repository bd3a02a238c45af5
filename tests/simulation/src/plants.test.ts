import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '@waypost/test-kit/simulation';
import { isPlantName, PLANTS } from './plants.ts';
import { shrink } from './shrink.ts';
import { numbersTo, scenarioOf, simulateBatch } from './simulate-seeds.ts';

const batch = { firstSeed: 1, seeds: 1000, orders: numbersTo(10), kinds: FAULT_KINDS };
const found = async (plant: keyof typeof PLANTS) =>
  simulateBatch({ ...batch, plant }, ({ violations }) => violations.length > 0);

describe('a planted bug', () => {
  it.each(Object.keys(PLANTS).filter(isPlantName))(
    'is found: %s',
    async (plant) => {
      expect((await found(plant)).violations).toHaveLength(1);
    },
    60_000,
  );

  it('is shown by a minimal number of orders, with only the faults that it needs', async () => {
    const plant = 'capture-not-idempotent';
    const [first] = (await found(plant)).violations;
    const smallest = await shrink(scenarioOf({ ...batch, plant }, first?.seed ?? 0));
    expect(smallest.orders).toHaveLength(1);
    expect(smallest.kinds.length).toBeLessThan(4);
  }, 60_000);
});
