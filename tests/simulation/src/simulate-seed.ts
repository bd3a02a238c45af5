import './quiet.ts';
import type { FaultKind } from '@waypost/test-kit/simulation';
import { violationAtTheEnd, violationNow } from './invariants.ts';
import { PLANTS, type PlantName } from './plants.ts';
import { sweep } from './redrive.ts';
import { type Shopping, shoppingOf } from './shoppers.ts';
import { type World, worldOf } from './world.ts';

/** Everything that a simulation depends on: the same one gives the same trace. */
export interface Scenario {
  readonly seed: number;
  /** The numbers of the orders that are placed. */
  readonly orders: readonly number[];
  readonly kinds: readonly FaultKind[];
  /** Other luck for the same shoppers: other delays, and other moments for faults. */
  readonly luck?: number | undefined;
  readonly plant?: PlantName | undefined;
}

export interface Simulated {
  readonly events: number;
  readonly confirmed: number;
  readonly cancelled: number;
  /** How often each fault struck. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  readonly violation?: string | undefined;
  /** One line a step, where it was asked for. */
  readonly trace: readonly string[];
}

const HOUR = 3_600_000;

/** Simulates one seed to its end, or to the first violation. */
export async function simulateSeed(
  { seed, orders, kinds, luck, plant }: Scenario,
  { traced = false }: { readonly traced?: boolean } = {},
): Promise<Simulated> {
  const lines: string[] = [];
  const trace = (line: () => string) => {
    if (traced) lines.push(`${(world.scheduler.now() / 1000).toFixed(3).padStart(10)} s  ${line()}`);
  };
  const world = await worldOf({ seed, luck, kinds, plant: plant && PLANTS[plant], trace });
  const { scheduler, order } = world;

  for (const number of orders) scheduler.spawn(() => shop(world, shoppingOf(seed, number)));
  scheduler.spawn(() => sweep(world, () => isDecided(world)));
  const violation = await firstViolation(world);
  if (violation !== undefined) trace(() => `VIOLATION ${violation}`);

  const latest = [...new Map(order.saved.map((each) => [each.orderId, each])).values()];
  const countOf = (status: string) => latest.filter((each) => each.status === status).length;
  return {
    events: scheduler.events(),
    confirmed: countOf('CONFIRMED'),
    cancelled: countOf('CANCELLED'),
    faults: world.faults.struck(),
    violation,
    trace: lines,
  };
}

/** Places an order, and asks again under the same key as long as there is no answer. */
async function shop({ scheduler, invoke, order }: World, { request, at }: Shopping): Promise<void> {
  const luck = scheduler.random.of(request.idempotencyKey);
  await scheduler.sleep(at);
  for (let tries = 0; tries < 3; tries += 1) {
    const isPlaced = await invoke('place-order', order.place(request), request.idempotencyKey).then(
      () => true,
      () => false,
    );
    if (isPlaced && luck.next() < 0.9) return;
    await scheduler.sleep(luck.between(100, 5000));
  }
}

/** Nobody shops any more, and nothing is open. */
function isDecided({ scheduler, order }: World): boolean {
  const latest = new Map(order.saved.map(({ orderId, status }) => [orderId, status]));
  return scheduler.now() > HOUR / 4 && [...latest.values()].every((status) => status !== 'PLACED');
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
    await world.scheduler.run({ deadline: 24 * HOUR, afterEach });
  } catch (error) {
    if (violation !== undefined) return violation;
    throw error;
  }
  return violationAtTheEnd(world);
}
