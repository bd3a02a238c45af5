import '../quiet.ts';
import type { BookingCancelReason, BookingId } from '@waypost/contracts';
import type { FaultKind } from '@waypost/test-kit/simulation';
import { everySoOften } from '../people.ts';
import { violationAtTheEnd, violationNow } from './invariants.ts';
import { TRIP_PLANTS, type TripPlantName } from './plants.ts';
import { bookingOf } from './travellers.ts';
import { type TripWorld, tripWorldOf } from './world.ts';

export interface TripScenario {
  readonly seed: number;
  /** Number of booked trips. */
  readonly bookings: number;
  readonly kinds: readonly FaultKind[];
  readonly plant?: TripPlantName | undefined;
}

export interface SimulatedTrips {
  readonly events: number;
  readonly confirmed: number;
  /** Number of cancelled trips by reason. */
  readonly cancelled: Readonly<Partial<Record<BookingCancelReason, number>>>;
  readonly redriven: number;
  readonly parked: number;
  readonly violation?: string | undefined;
  /** One line per step, on request. */
  readonly trace: readonly string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Simulates the trips of one seed to their end, or to the first violation. */
export async function simulateTrips(
  { seed, bookings, kinds, plant }: TripScenario,
  { traced = false }: { readonly traced?: boolean } = {},
): Promise<SimulatedTrips> {
  const lines: string[] = [];
  const world: TripWorld = tripWorldOf({
    seed,
    kinds,
    plant: plant && TRIP_PLANTS[plant],
    trace: (line) => {
      if (traced) lines.push(`${(world.scheduler.now() / 1000).toFixed(3).padStart(10)} s  ${line()}`);
    },
    onParked: (bookingId) => world.scheduler.spawn(() => finishByHand(world, bookingId)),
  });
  const { scheduler, booking } = world;
  for (let number = 1; number <= bookings; number += 1) scheduler.spawn(() => book(world, bookingOf(seed, number)));
  const isDone = () => scheduler.now() > HOUR / 4 && [...booking.all.keys()].every(world.isDecided);
  scheduler.spawn(() => everySoOften(world, { name: 'sweep-bookings', every: MINUTE, run: booking.sweep, isDone }));
  const violation = await firstViolation(world);
  if (violation !== undefined) lines.push(`VIOLATION ${violation}`);
  return { events: scheduler.events(), ...endingsOf(world), violation, trace: lines };
}

/** Books a trip, and repeats the request with the same key until there is a response. */
async function book({ scheduler, invoke, booking }: TripWorld, { request, at }: ReturnType<typeof bookingOf>) {
  const luck = scheduler.random.of(request.idempotencyKey);
  await scheduler.sleep(at);
  for (let tries = 0; tries < 3; tries += 1) {
    const isPlaced = await invoke('book-trip', booking.book(request), request.idempotencyKey).then(
      () => true,
      () => false,
    );
    if (isPlaced && luck.next() < 0.9) return;
    await scheduler.sleep(luck.between(100, 5000));
  }
}

/** An operator who redrives a parked booking until it is decided. */
async function finishByHand({ scheduler, invoke, booking, isDecided }: TripWorld, bookingId: BookingId): Promise<void> {
  const luck = scheduler.random.of(`operator of ${bookingId}`);
  while (!isDecided(bookingId)) {
    await scheduler.sleep(luck.between(MINUTE, 3 * MINUTE));
    await invoke('redrive-booking', booking.redrive(bookingId), bookingId).catch(() => {});
  }
}

function endingsOf({
  booking,
  parked,
}: TripWorld): Pick<SimulatedTrips, 'confirmed' | 'cancelled' | 'redriven' | 'parked'> {
  const cancelled: Partial<Record<BookingCancelReason, number>> = {};
  const all = [...booking.all.values()];
  for (const each of all) if (each.status === 'CANCELLED') cancelled[each.reason] = (cancelled[each.reason] ?? 0) + 1;
  return {
    confirmed: all.filter(({ status }) => status === 'CONFIRMED').length,
    cancelled,
    redriven: all.filter(({ attempt }) => attempt > 1).length,
    parked: parked.length,
  };
}

async function firstViolation(world: TripWorld): Promise<string | undefined> {
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
