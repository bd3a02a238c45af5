import { OrderId } from '@waypost/contracts';
import type { Order } from 'order/simulation';
import type { Check } from './check.ts';
import { DECISIONS_HOLD } from './decision-invariants.ts';
import { EFFECTS_HOLD } from './effect-invariants.ts';
import { HOLDS_AT_THE_END } from './end-invariants.ts';
import type { World } from './world.ts';

/** Every failure was injected, or is a lost race. */
const nothingFailsByItself: Check = ({ bugs }) => bugs.at(0);

/** Invariants checked after each step. */
const ALWAYS: readonly Check[] = [nothingFailsByItself, ...EFFECTS_HOLD, ...DECISIONS_HOLD];

/** The first violation, if there is one. */
function firstViolation(
  checks: readonly Check[],
  world: World,
  orders: ReadonlyMap<OrderId, Order>,
): string | undefined {
  for (const check of checks) {
    const wrong = check(world, orders);
    if (wrong !== undefined) return `${check.name}: ${wrong}`;
  }
  return undefined;
}

/** Checks the orders that the last effects changed. */
export function violationNow(world: World): string | undefined {
  const touched = new Map<OrderId, Order>();
  for (const id of world.takeTouched()) {
    const order = world.order.all.get(OrderId.parse(id));
    if (order) touched.set(order.orderId, order);
  }
  return firstViolation(ALWAYS, world, touched);
}

export const violationAtTheEnd = (world: World): string | undefined =>
  firstViolation([...ALWAYS, ...HOLDS_AT_THE_END], world, world.order.all);
