import type { SimulatedFunction } from '@waypost/test-kit/simulation';
import * as z from 'zod';
import type { Decision } from './record.ts';
import { isAuthenticated, type Shopping } from './shoppers.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** Duration for which a shopper follows an order. */
const PATIENCE = 30 * MINUTE;
const Answer = z.object({ outcome: z.string() });

/** Actions of people on an order, each at its own time. */
export function live(world: World, shopping: Shopping): void {
  const { scheduler } = world;
  const { orderId, request, cancellations, reviews } = shopping;
  scheduler.spawn(() => shop(world, shopping));
  for (const [index, after] of cancellations.entries()) {
    const cancel = world.order.requestCancellation(orderId, request.shopperId);
    const isAccepted = (outcome: string) => outcome === 'requested';
    const name = 'request-cancellation';
    scheduler.spawn(() => ask(world, shopping, { name, index, after, run: cancel, decision: 'cancel', isAccepted }));
  }
  for (const [index, { after, decision }] of reviews.entries()) {
    const review = world.order.review(orderId, decision);
    const isAccepted = (outcome: string) => outcome === 'happened';
    scheduler.spawn(() =>
      ask(world, shopping, { name: 'review-order', index, after, run: review, decision, isAccepted }),
    );
  }
  if (isAuthenticated(request.body.paymentMethod)) scheduler.spawn(() => authenticate(world, shopping));
}

/** Places an order, and repeats the request with the same key until there is a response. */
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

interface Asking {
  readonly name: string;
  readonly index: number;
  readonly after: number;
  readonly run: SimulatedFunction;
  readonly decision: Decision;
  readonly isAccepted: (outcome: string) => boolean;
}

/** Sends a decision, and repeats it until there is a response. An accepted decision has to take effect. */
async function ask(
  { scheduler, invoke, accept }: World,
  { orderId, at }: Shopping,
  { name, index, after, run, decision, isAccepted }: Asking,
): Promise<void> {
  await scheduler.sleep(at + after);
  const luck = scheduler.random.of(`${name} ${index} of ${orderId}`);
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await invoke(name, run, orderId).then(
      (result) => Answer.parse(result).outcome,
      () => undefined,
    );
    if (answer !== undefined) {
      if (isAccepted(answer)) accept(orderId, decision);
      return;
    }
    await scheduler.sleep(luck.between(500, 10_000));
  }
}

/** Polls the order until it has an address for the authentication, and authenticates, or not. */
async function authenticate(world: World, { orderId, request, at, atTheBank }: Shopping): Promise<void> {
  const { scheduler, order, payment, faults, trace, relayOutboxes } = world;
  const luck = scheduler.random.of(`bank of ${orderId}`);
  await scheduler.sleep(at);
  while (scheduler.now() < PATIENCE) {
    await scheduler.sleep(luck.between(2000, 20_000));
    const shown = await order.show(orderId, request.shopperId);
    if (shown?.status === 'CONFIRMED' || shown?.status === 'CANCELLED') return;
    const url = shown?.payment.nextActionUrl;
    if (url === undefined) continue;
    if (!atTheBank) return;
    const { after, outcome } = atTheBank;
    await scheduler.sleep(after);
    trace(() => `The shopper of ${orderId} is at the bank: ${outcome}`);
    payment.atTheBank(url, outcome, () => faults.strike(['lost_webhook'], luck) === undefined);
    relayOutboxes();
    return;
  }
}

/** Runs a scheduled job until nothing is pending. The next run makes up for a failed one. */
export async function everySoOften(
  { scheduler, invoke }: Pick<World, 'scheduler' | 'invoke'>,
  { name, every, run, isDone }: { name: string; every: number; run: SimulatedFunction; isDone: () => boolean },
): Promise<void> {
  await scheduler.sleep(scheduler.random.of(name).between(0, every));
  while (!isDone()) {
    // A schedule does not wait for the previous run.
    scheduler.spawn(() => invoke(name, run, name).catch(() => {}));
    await scheduler.sleep(every);
  }
}

/** An operator who redrives a parked order until it is decided. */
export async function finishByHand(
  { scheduler, invoke, order, isDecided }: World,
  orderId: Shopping['orderId'],
): Promise<void> {
  const luck = scheduler.random.of(`operator of ${orderId}`);
  while (!isDecided(orderId)) {
    await scheduler.sleep(luck.between(MINUTE, 3 * MINUTE));
    await invoke('redrive-order', order.redrive(orderId), orderId).catch(() => {});
  }
}
