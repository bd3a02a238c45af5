import './quiet.ts';
import type { CancelReason, OrderId } from '@waypost/contracts';
import type { FaultKind } from '@waypost/test-kit/simulation';
import type { Order } from 'order/simulation';
import { violationAtTheEnd, violationNow } from './invariants.ts';
import { PLANTS, type PlantName } from './plants.ts';
import { everySoOften, finishByHand, live } from './people.ts';
import { shoppingOf } from './shoppers.ts';
import { type World, worldOf } from './world.ts';

/** All input of a simulation: the same input gives the same trace. */
export interface Scenario {
  readonly seed: number;
  /** Numbers of the placed orders. */
  readonly orders: readonly number[];
  readonly kinds: readonly FaultKind[];
  /** Other random numbers for the same shoppers: other delays, and other moments for faults. */
  readonly luck?: number | undefined;
  readonly plant?: PlantName | undefined;
}

export interface Simulated {
  readonly events: number;
  readonly confirmed: number;
  /** Number of cancelled orders by reason. */
  readonly cancelled: Readonly<Partial<Record<CancelReason, number>>>;
  /** Number of orders with more than one attempt, and number of times that one was parked. */
  readonly redriven: number;
  readonly parked: number;
  /** Number of times that each fault occurred. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  readonly violation?: string | undefined;
  /** One line per step, on request. */
  readonly trace: readonly string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Simulates one seed to its end, or to the first violation. */
export async function simulateSeed(
  { seed, orders, kinds, luck, plant }: Scenario,
  { traced = false }: { readonly traced?: boolean } = {},
): Promise<Simulated> {
  const lines: string[] = [];
  const trace = (line: () => string) => {
    if (traced) lines.push(`${(world.scheduler.now() / 1000).toFixed(3).padStart(10)} s  ${line()}`);
  };
  const onParked = (orderId: OrderId) => world.scheduler.spawn(() => finishByHand(world, orderId));
  const world = await worldOf({ seed, luck, kinds, plant: plant && PLANTS[plant], trace, onParked });
  for (const number of orders) live(world, shoppingOf(seed, number));
  runJobs(world);
  const violation = await firstViolation(world);
  if (violation !== undefined) trace(() => `VIOLATION ${violation}`);
  return {
    events: world.scheduler.events(),
    ...endingsOf(world),
    faults: world.faults.struck(),
    violation,
    trace: lines,
  };
}

/** Scheduled jobs, until no shopper is active and nothing is pending. */
function runJobs(world: World): void {
  const { scheduler, order, inventory } = world;
  const isDone = () => scheduler.now() > HOUR / 4 && [...order.all.keys()].every((orderId) => world.isDecided(orderId));
  const sweep = { name: 'sweep-orders', every: MINUTE, run: order.sweep, isDone };
  const expire = { name: 'expire-reservations', every: 5 * MINUTE, run: inventory.expire, isDone };
  for (const job of [sweep, expire]) scheduler.spawn(() => everySoOften(world, job));
}

/** Outcomes of the orders. */
function endingsOf({ order, parked }: World): Pick<Simulated, 'confirmed' | 'cancelled' | 'redriven' | 'parked'> {
  const cancelled: Partial<Record<CancelReason, number>> = {};
  let confirmed = 0;
  for (const each of order.all.values()) {
    if (each.status === 'CONFIRMED') confirmed += 1;
    if (each.status === 'CANCELLED') cancelled[each.reason] = (cancelled[each.reason] ?? 0) + 1;
  }
  // A recalled order is compensated by an attempt of its own, which is no redrive.
  const drivesOf = ({ attempt, decisions }: Order) => (decisions.recall === 'requested' ? attempt - 1 : attempt);
  const redriven = [...order.all.values()].filter((each) => drivesOf(each) > 1).length;
  return { confirmed, cancelled, redriven, parked: parked.length };
}

async function firstViolation(world: World): Promise<string | undefined> {
  let violation: string | undefined;
  let checked = 0;
  const afterEach = () => {
    if (world.effects() === checked) return;
    checked = world.effects();
    world.relayOutboxes();
    violation = violationNow(world);
    if (violation !== undefined) throw new Error(violation);
  };
  try {
    const ended = await world.scheduler.run({ deadline: 24 * HOUR, afterEach });
    if (ended === 'deadline') return 'everythingEnds: after a day there is still something going on';
  } catch (error) {
    if (violation !== undefined) return violation;
    throw error;
  }
  return violationAtTheEnd(world);
}
