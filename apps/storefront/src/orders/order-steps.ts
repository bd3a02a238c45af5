import type { CancelReason, OrderProgress, OrderStatus } from '../api/shop.ts';
import { isMoving } from '../api/shop.ts';
import { afterNote, afterTitles, doneNote, failedNote, nowNote, titleOf, reversedNote } from './step-words.ts';
import type { After, Middle } from './step-words.ts';
import type { Step as Waypoint, StepState } from '../layout/trail.tsx';
import { describeCancellation } from './reasons.ts';

export interface Step extends Waypoint {
  readonly id: 'placed' | Middle | 'outcome' | After | 'cancelled';
}

type Facts = Pick<OrderProgress, 'order' | 'payment' | 'shipments'> & {
  /** The shop accepted the shopper's cancellation request: no further step starts. */
  readonly cancelling?: boolean;
};

/**
 * Derives the progress of an order: five waypoints from the purchase to the outcome, two more for an order that waited
 * for an operator or a bank, and those after the confirmation. Services report out of order, so a waypoint counts as
 * passed when a later one was.
 */
export function stepsOf(facts: Facts): readonly Step[] {
  const waypoints = waypointsOf(facts);
  const passed = passedOf(waypoints, facts);
  return [
    { id: 'placed', state: 'done', title: 'Order placed', at: timeOf('placed', facts) },
    ...waypoints.map((id, index): Step => {
      const state = middleState(id, index, passed, facts);
      const isReached = state === 'done' || state === 'reversed';
      const title = titleOf(id, waypoints.length > straight.length);
      return { id, state, title, note: noteOf(id, state, facts), at: isReached ? timeOf(id, facts) : undefined };
    }),
    outcome(facts, passed === waypoints.length),
    ...afterwards(facts),
  ];
}

const straight: readonly Middle[] = ['held', 'shipment', 'paid'];

function waypointsOf({ order }: Facts): readonly Middle[] {
  return [
    ...(hasBeen('IN_REVIEW', order) ? ['review' as const] : []),
    ...(hasBeen('AWAITING_PAYMENT', order) ? ['authentication' as const] : []),
    ...straight,
  ];
}

const hasBeen = (wanted: OrderStatus, { status, history }: Facts['order']): boolean =>
  status === wanted || history.some((entry) => entry.status === wanted);

/** Number of waypoints passed between purchase and outcome; the one that failed doesn't count. */
function passedOf(waypoints: readonly Middle[], facts: Facts): number {
  if (hasBeen('CONFIRMED', facts.order)) return waypoints.length;
  const reached = waypoints.findLastIndex((step) => wasReached(step, facts)) + 1;
  const failed = failedAt(waypoints, facts.order.reason);
  return facts.order.status === 'CANCELLED' && failed ? Math.max(reached, waypoints.indexOf(failed)) : reached;
}

/** Waypoint at which a cancellation reason occurs, if it belongs to one. */
function failedAt(waypoints: readonly Middle[], reason: CancelReason | undefined): Middle | undefined {
  switch (reason) {
    case 'review_rejected':
    case 'review_timeout':
      return 'review';
    case 'payment_declined':
    case 'payment_timeout':
      return waypoints.includes('authentication') ? 'authentication' : 'held';
    case 'out_of_stock':
    case 'shipping_unavailable':
    case 'customer_request':
    case 'internal_error':
    case undefined:
      return undefined;
  }
}

function wasReached(step: Middle, { order, payment, shipments }: Facts): boolean {
  const paid = new Set(payment?.history.map(({ status }) => status));
  switch (step) {
    case 'review':
      // The payment is authorized after the review. An order that no longer waits is PLACED again.
      return payment !== undefined || order.status === 'PLACED' || hasBeen('AWAITING_PAYMENT', order);
    case 'authentication':
      return order.status === 'PLACED';
    case 'held':
      return paid.has('authorized') || paid.has('captured') || paid.has('refunded');
    case 'shipment':
      return shipments.length > 0;
    case 'paid':
      return paid.has('captured') || paid.has('refunded');
  }
}

function middleState(id: Middle, index: number, passed: number, { order, cancelling }: Facts): StepState {
  if (order.status === 'CANCELLED') {
    // The decisions of operators and banks stay visible; the steps of the order are compensated.
    if (index < passed) return id === 'review' || id === 'authentication' ? 'done' : 'reversed';
    return index === passed && order.reason && order.reason !== 'customer_request' ? 'failed' : 'skipped';
  }
  if (!isMoving(order.status) || index < passed) return 'done';
  if (cancelling) return 'skipped';
  return index === passed ? 'now' : 'todo';
}

function outcome({ order, payment, cancelling }: Facts, allPassed: boolean): Step {
  const { status } = order;
  const at = order.history.find((entry) => entry.status === (status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'))?.at;
  if (status === 'CANCELLED')
    return { id: 'outcome', state: 'failed', title: 'Cancelled', note: describeCancellation(order, payment), at };
  if (isMoving(status) && cancelling) return { id: 'outcome', state: 'now', title: 'Cancelled' };
  if (isMoving(status)) return { id: 'outcome', state: allPassed ? 'now' : 'todo', title: 'Confirmed' };
  return { id: 'outcome', state: 'done', title: 'Confirmed', note: 'Paid and confirmed.', at };
}

const ranks: Readonly<Partial<Record<OrderStatus, number>>> = { CONFIRMED: 0, SHIPPED: 1, DELIVERED: 2, COMPLETED: 3 };

/** Waypoints from the confirmation to the delivery, and to the return of the whole order. */
function afterwards({ order, cancelling }: Facts): readonly Step[] {
  const { status, history } = order;
  if (status === 'CANCELLED' || (isMoving(status) && cancelling)) return [];
  if (status === 'CONFIRMED' && cancelling)
    return [
      { id: 'shipped', state: 'skipped', title: afterTitles.shipped },
      { id: 'delivered', state: 'skipped', title: afterTitles.delivered },
      { id: 'cancelled', state: 'now', title: 'Cancelled', note: 'We check with the warehouse.' },
    ];
  const timeOfStatus = (wanted: OrderStatus) => history.find((entry) => entry.status === wanted)?.at;
  const step = (id: After, reachedAs: OrderStatus, state: StepState): Step => ({
    id,
    state,
    title: afterTitles[id],
    note: afterNote(id, state, order),
    at: state === 'done' ? timeOfStatus(reachedAs) : undefined,
  });
  if (status === 'RETURNED') {
    return [
      step('shipped', 'SHIPPED', 'done'),
      step('delivered', 'DELIVERED', 'done'),
      ...(hasBeen('COMPLETED', order) ? [step('completed', 'COMPLETED', 'done')] : []),
      step('returned', 'RETURNED', 'done'),
    ];
  }
  const rank = ranks[status] ?? -1;
  const stateOf = (own: number): StepState => {
    if (own <= rank) return 'done';
    return own === rank + 1 && rank >= 0 ? 'now' : 'todo';
  };
  return [
    step('shipped', 'SHIPPED', stateOf(1)),
    step('delivered', 'DELIVERED', stateOf(2)),
    step('completed', 'COMPLETED', stateOf(3)),
  ];
}

function noteOf(id: Middle, state: StepState, { order, payment, shipments }: Facts): string | undefined {
  switch (state) {
    case 'now':
      return nowNote(id);
    case 'done':
      return doneNote(id, shipments);
    case 'failed':
      return failedNote(id, order.reason);
    case 'reversed':
      return reversedNote(id, payment);
    case 'todo':
    case 'skipped':
      return undefined;
  }
}

function timeOf(id: 'placed' | Middle, { order, payment, shipments }: Facts): string | undefined {
  switch (id) {
    case 'placed':
      return order.history.find(({ status }) => status === 'PLACED')?.at;
    case 'held':
      return payment?.history.find(({ status }) => status === 'authorized')?.at;
    case 'shipment':
      return shipments[0]?.arrangedAt;
    case 'paid':
      return payment?.history.find(({ status }) => status === 'captured')?.at;
    // The order states when its wait started, not when it ended.
    case 'review':
    case 'authentication':
      return undefined;
  }
}
