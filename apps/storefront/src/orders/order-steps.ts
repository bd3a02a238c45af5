import type { OrderStatus } from '@waypost/contracts';
import type { OrderProgress } from '../api/shop.ts';
import { reasonWords } from './reasons.ts';

export type StepState = 'done' | 'now' | 'todo' | 'failed' | 'undone' | 'skipped';

export interface Step {
  readonly id: 'placed' | 'held' | 'shipment' | 'paid' | 'outcome';
  readonly state: StepState;
  readonly title: string;
  readonly note?: string | undefined;
  /** RFC 3339. */
  readonly at?: string | undefined;
}

type Facts = Pick<OrderProgress, 'order' | 'payment' | 'shipments'>;
type Middle = 'held' | 'shipment' | 'paid';

const middle: readonly Middle[] = ['held', 'shipment', 'paid'];
const moving: ReadonlySet<OrderStatus> = new Set(['PLACED', 'IN_REVIEW', 'AWAITING_PAYMENT']);

export const isMoving = (status: OrderStatus): boolean => moving.has(status);

/**
 * The way of an order, as far as it is known: five waypoints from the click to the outcome. What the services say may come out
 * of order, so a waypoint counts as passed when a later one was.
 */
export function stepsOf(facts: Facts): readonly Step[] {
  const passed = middle.findLastIndex((step) => wasReached(step, facts)) + 1;
  return [
    { id: 'placed', state: 'done', title: 'Order placed', at: timeOf('placed', facts) },
    ...middle.map((id, index): Step => {
      const state = middleState(index, passed, facts.order);
      const told = state === 'done' || state === 'undone';
      return { id, state, title: titles[id], note: noteOf(id, state, facts), at: told ? timeOf(id, facts) : undefined };
    }),
    outcome(facts, passed),
  ];
}

const titles: Readonly<Record<Middle, string>> = {
  held: 'Stock and money held',
  shipment: 'Shipment arranged',
  paid: 'Paid',
};

function wasReached(step: Middle, { payment, shipments }: Facts): boolean {
  const status = payment?.status ?? 'pending';
  switch (step) {
    case 'held':
      return status !== 'pending' && status !== 'declined';
    case 'shipment':
      return shipments.length > 0;
    case 'paid':
      return status === 'captured' || status === 'refunded';
  }
}

function middleState(index: number, passed: number, order: Facts['order']): StepState {
  if (order.status === 'CANCELLED') {
    if (index < passed) return 'undone';
    return index === passed && order.reason && order.reason !== 'customer_request' ? 'failed' : 'skipped';
  }
  if (!isMoving(order.status) || index < passed) return 'done';
  return index === passed ? 'now' : 'todo';
}

function outcome({ order }: Facts, passed: number): Step {
  const { status, reason } = order;
  const at = order.history.find((entry) => entry.status === (status === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'))?.at;
  if (status === 'CANCELLED')
    return { id: 'outcome', state: 'failed', title: 'Cancelled', note: reasonWords(reason), at };
  if (isMoving(status)) return { id: 'outcome', state: passed === middle.length ? 'now' : 'todo', title: 'Confirmed' };
  return { id: 'outcome', state: 'done', title: 'Confirmed', note: 'It is yours, and we are packing it.', at };
}

function noteOf(id: Middle, state: StepState, { order, payment, shipments }: Facts): string | undefined {
  if (state === 'undone') return undoneNote(id, payment);
  if (state === 'now' && order.status === 'IN_REVIEW') return 'Somebody is looking at this order before it goes on.';
  if (state === 'now' && order.status === 'AWAITING_PAYMENT') return 'Waiting for you to approve the payment.';
  if (id === 'shipment' && state === 'done' && shipments.length > 0) {
    return shipments.map(({ carrier, warehouse }) => `${carrier}, from the ${warehouse} warehouse`).join('; ');
  }
  return undefined;
}

function undoneNote(id: Middle, payment: Facts['payment']): string {
  if (id === 'shipment') return 'Called off again.';
  if (id === 'paid') return payment?.status === 'refunded' ? 'Given back.' : 'Being given back.';
  return payment?.status === 'voided' || payment?.status === 'refunded' ? 'Let go again.' : 'Being let go.';
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
  }
}
