import type { Check } from './check.ts';
import { DECISIONS_HOLD } from './decision-invariants.ts';
import { EFFECTS_HOLD } from './effect-invariants.ts';
import { HOLDS_AT_THE_END } from './end-invariants.ts';
import type { World } from './world.ts';

/** Whatever fails was made to fail, or lost a race. */
const nothingFailsByItself: Check = ({ bugs }) => bugs.at(0);

/** Holds after each step. */
const ALWAYS: readonly Check[] = [nothingFailsByItself, ...EFFECTS_HOLD, ...DECISIONS_HOLD];

/** What was violated first, if anything is. */
function firstViolation(checks: readonly Check[], world: World): string | undefined {
  const orders = world.order.all;
  for (const check of checks) {
    const wrong = check(world, orders);
    if (wrong !== undefined) return `${check.name}: ${wrong}`;
  }
  return undefined;
}

export const violationNow = (world: World): string | undefined => firstViolation(ALWAYS, world);
export const violationAtTheEnd = (world: World): string | undefined =>
  firstViolation([...ALWAYS, ...HOLDS_AT_THE_END], world);
