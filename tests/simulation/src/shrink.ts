import { type Scenario, simulateSeed } from './simulate-seed.ts';

/** Name of the violated invariant. */
const invariantOf = (violation: string | undefined): string | undefined => violation?.split(':').at(0);

/**
 * Leaving an order out changes the competing ones, so a smaller run is tried with the original random numbers and with
 * others.
 */
const LUCKS = 5;

/**
 * Finds the smallest scenario that violates the same invariant, by leaving out orders and kinds of faults one by one.
 */
export async function shrink(scenario: Scenario): Promise<Scenario> {
  const invariant = invariantOf((await simulateSeed(scenario)).violation);
  const stillFails = async (candidate: Scenario): Promise<boolean> =>
    invariantOf((await simulateSeed(candidate)).violation) === invariant;

  let smallest = scenario;
  for (;;) {
    const smaller = await oneLess(smallest, stillFails);
    if (!smaller) return smallest;
    smallest = smaller;
  }
}

async function oneLess(
  scenario: Scenario,
  stillFails: (candidate: Scenario) => Promise<boolean>,
): Promise<Scenario | undefined> {
  const candidates: readonly Scenario[] = [
    ...scenario.orders.map((left) => ({ ...scenario, orders: scenario.orders.filter((each) => each !== left) })),
    ...scenario.kinds.map((left) => ({ ...scenario, kinds: scenario.kinds.filter((each) => each !== left) })),
  ];
  for (const candidate of candidates) {
    for (let luck = 0; luck < LUCKS; luck += 1) {
      const tried = { ...candidate, luck: (candidate.luck ?? 0) + luck };
      if (await stillFails(tried)) return tried;
    }
  }
  return undefined;
}
