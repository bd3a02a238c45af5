import { describe, expect, it } from 'vitest';
import { CancelReason as Reasons, OrderStatus as Statuses, PaymentStatus as PaymentStatuses } from '@waypost/contracts';
import fc from 'fast-check';
import { isAtRest } from '../api/shop.ts';
import type { CancelReason, Order, OrderStatus, Payment, Shipment } from '../api/shop.ts';
import { stepsOf } from './order-steps.ts';
import type { Step } from './order-steps.ts';

const orderId = `ord_${'0'.repeat(32)}`;
const at = '2026-05-03T12:00:00.000Z';
const address = { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'DE' } as const;

type PaymentStatus = Payment['status'];

interface Known {
  readonly status: OrderStatus;
  readonly reason?: CancelReason;
  /** Earlier waits of the order. */
  readonly waited?: readonly OrderStatus[];
  /** History of the payment, oldest first. */
  readonly payment?: readonly PaymentStatus[];
  readonly shipped?: boolean;
  readonly orderPayment?: Order['payment']['status'];
}

const facts = ({ status, reason, waited = [], payment = [], shipped = false, orderPayment = 'pending' }: Known) => ({
  order: {
    orderId: orderId,
    status,
    ...(reason && { reason }),
    lines: [],
    total: { amount: 100, currency: 'EUR' as const },
    shippingAddress: address,
    history: [...new Set<OrderStatus>(['PLACED', ...waited, status])].map((past) => ({ status: past, at })),
    shipments: [],
    returns: [],
    payment: { status: orderPayment },
  },
  payment:
    payment.length > 0
      ? ({
          orderId,
          status: payment.at(-1) ?? 'pending',
          amount: { amount: 100, currency: 'EUR' },
          history: payment.map((past) => ({ status: past, at })),
        } satisfies Payment)
      : undefined,
  shipments: shipped ? [shipment] : [],
});

const shipment: Shipment = {
  shipmentId: 's',
  orderId,
  warehouse: 'south',
  carrier: 'Tern Post',
  status: 'arranged',
  lines: [],
  arrangedAt: at,
};

const states = (steps: readonly Step[]) => steps.map(({ state }) => state).join(' ');

const noteAt = (id: Step['id'], known: Known) => stepsOf(facts(known)).find((step) => step.id === id)?.note;

const authorized = ['pending', 'authorized'] as const;
const captured = [...authorized, 'captured'] as const;
const voided = [...authorized, 'voided'] as const;

describe('an order on its way', () => {
  it.each<[Known, string]>([
    [{ status: 'PLACED' }, 'done now todo todo todo'],
    [{ status: 'PLACED', payment: ['pending'] }, 'done now todo todo todo'],
    [{ status: 'PLACED', payment: authorized }, 'done done now todo todo'],
    [{ status: 'PLACED', payment: authorized, shipped: true }, 'done done done now todo'],
    [{ status: 'PLACED', payment: captured, shipped: true }, 'done done done done now'],
  ])('passes the waypoints in order', (known, expected) => {
    expect(states(stepsOf(facts(known)))).toBe(`${expected} todo todo todo`);
  });

  it.each<[OrderStatus, string]>([
    ['CONFIRMED', 'now todo todo'],
    ['SHIPPED', 'done now todo'],
    ['DELIVERED', 'done done now'],
    ['COMPLETED', 'done done done'],
  ])('continues when it is %s', (status, expected) => {
    const steps = stepsOf(facts({ status, waited: ['CONFIRMED'], payment: captured, shipped: true }));
    expect(states(steps)).toBe(`done done done done done ${expected}`);
  });

  it('shows a parcel problem at the waypoint of the delivery', () => {
    const known = facts({ status: 'SHIPPED', waited: ['CONFIRMED'] });
    const parcel = { status: 'LOST' as const, history: [{ status: 'LOST' as const, at }] };
    const order = { ...known.order, shipments: [{ shipmentId: 's', warehouse: 'south' as const, parcel }] };
    const noteOf = (given: Parameters<typeof stepsOf>[0]) => stepsOf(given).find(({ id }) => id === 'delivered')?.note;
    expect(noteOf(known)).toBe('On its way to you.');
    expect(noteOf({ ...known, order })).toMatch(/^There is a problem/);
  });

  it.each<[readonly OrderStatus[], number]>([
    [['CONFIRMED', 'SHIPPED', 'DELIVERED'], 8],
    [['CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED'], 9],
  ])('ends at RETURNED when all of it is returned after %j', (waited, length) => {
    const steps = stepsOf(facts({ status: 'RETURNED', waited }));
    expect(steps.map(({ state }) => state)).toEqual(Array.from({ length }, () => 'done'));
    expect(steps.at(-1)).toMatchObject({ id: 'returned', at });
  });

  it('has passed a waypoint when a later one was passed, in whichever order the services report', () => {
    expect(states(stepsOf(facts({ status: 'PLACED', shipped: true })))).toBe('done done done now todo todo todo todo');
  });

  it('is complete when it is confirmed, even without data of other services', () => {
    expect(states(stepsOf(facts({ status: 'CONFIRMED' })))).toBe('done done done done done now todo todo');
  });
});

describe('an order that has to wait', () => {
  it.each<[Known, string]>([
    [{ status: 'IN_REVIEW' }, 'done now todo todo todo todo'],
    [{ status: 'IN_REVIEW', payment: ['pending'] }, 'done done now todo todo todo'],
    [{ status: 'PLACED', waited: ['IN_REVIEW'] }, 'done done now todo todo todo'],
    [{ status: 'AWAITING_PAYMENT' }, 'done now todo todo todo todo'],
    [{ status: 'AWAITING_PAYMENT', payment: ['pending', 'authentication_required'] }, 'done now todo todo todo todo'],
    [{ status: 'AWAITING_PAYMENT', payment: authorized }, 'done done done now todo todo'],
    [{ status: 'AWAITING_PAYMENT', waited: ['IN_REVIEW'] }, 'done done now todo todo todo todo'],
    [{ status: 'CONFIRMED', waited: ['IN_REVIEW', 'AWAITING_PAYMENT'] }, 'done done done done done done done'],
  ])('has a waypoint for each wait, and continues from there', (known, expected) => {
    const after = known.status === 'CONFIRMED' ? 'now todo todo' : 'todo todo todo';
    expect(states(stepsOf(facts(known)))).toBe(`${expected} ${after}`);
  });

  it('has reserved its stock, and still has to authorize the payment', () => {
    const title = (known: Known) => stepsOf(facts(known)).find(({ id }) => id === 'held')?.title;
    expect(title({ status: 'PLACED' })).toBe('Stock reserved, payment authorized');
    expect(title({ status: 'IN_REVIEW' })).toBe('Money held');
  });

  it('names the party that it waits for', () => {
    expect(noteAt('review', { status: 'IN_REVIEW' })).toMatch(/^We review large orders/);
    expect(noteAt('authentication', { status: 'AWAITING_PAYMENT' })).toMatch(/bank/);
  });
});

describe('an order that the shopper asked to cancel', () => {
  it.each<[Known, string]>([
    [{ status: 'PLACED' }, 'done skipped skipped skipped now'],
    [{ status: 'IN_REVIEW' }, 'done skipped skipped skipped skipped now'],
    [{ status: 'PLACED', payment: authorized }, 'done done skipped skipped now'],
    [{ status: 'CONFIRMED' }, 'done done done done done skipped skipped now'],
  ])('starts no further step', (known, expected) => {
    const steps = stepsOf({ ...facts(known), cancelling: true });
    expect(states(steps)).toBe(expected);
    expect(steps.at(-1)?.title).toBe('Cancelled');
  });
});

describe('a cancelled order', () => {
  const asked = ['pending', 'authentication_required'] as const;

  it.each<[Omit<Known, 'status'>, string]>([
    [{ reason: 'out_of_stock' }, 'done failed skipped skipped failed'],
    [{ reason: 'payment_declined', payment: ['pending', 'declined'] }, 'done failed skipped skipped failed'],
    [{ reason: 'shipping_unavailable', payment: voided }, 'done reversed failed skipped failed'],
    [{ reason: 'customer_request', payment: voided, shipped: true }, 'done reversed reversed skipped failed'],
    [{ reason: 'customer_request' }, 'done skipped skipped skipped failed'],
    [{ reason: 'customer_request', waited: ['CONFIRMED'] }, 'done reversed reversed reversed failed'],
  ])('shows the failed, compensated and skipped steps', (known, expected) => {
    expect(states(stepsOf(facts({ status: 'CANCELLED', ...known })))).toBe(expected);
  });

  it.each<[Omit<Known, 'status'>, string]>([
    [{ reason: 'review_rejected', waited: ['IN_REVIEW'] }, 'done failed skipped skipped skipped failed'],
    [{ reason: 'review_timeout', waited: ['IN_REVIEW'] }, 'done failed skipped skipped skipped failed'],
    [{ reason: 'customer_request', waited: ['IN_REVIEW'] }, 'done skipped skipped skipped skipped failed'],
    [{ reason: 'payment_declined', waited: ['IN_REVIEW'] }, 'done done failed skipped skipped failed'],
    [
      { reason: 'shipping_unavailable', waited: ['IN_REVIEW'], payment: voided },
      'done done reversed failed skipped failed',
    ],
    [
      { reason: 'payment_timeout', waited: ['AWAITING_PAYMENT'], payment: [...asked, 'voided'] },
      'done failed skipped skipped skipped failed',
    ],
    [
      { reason: 'payment_declined', waited: ['AWAITING_PAYMENT'], payment: [...asked, 'declined'] },
      'done failed skipped skipped skipped failed',
    ],
    [
      { reason: 'shipping_unavailable', waited: ['AWAITING_PAYMENT'], payment: [...asked, 'authorized', 'voided'] },
      'done done reversed failed skipped failed',
    ],
    [
      { reason: 'payment_timeout', waited: ['IN_REVIEW', 'AWAITING_PAYMENT'] },
      'done done failed skipped skipped skipped failed',
    ],
  ])('keeps the decision of the operator or the bank, and shows which wait ended it', (known, expected) => {
    expect(states(stepsOf(facts({ status: 'CANCELLED', ...known })))).toBe(expected);
  });

  it('shows whether the authorization was voided', () => {
    const note = (payment: readonly PaymentStatus[]) =>
      noteAt('held', { status: 'CANCELLED', reason: 'shipping_unavailable', payment });
    expect(note(voided)).toBe('Voided.');
    expect(note(authorized)).toBe('Being voided.');
  });

  it.each<[Omit<Known, 'status'>, string]>([
    [{}, 'Nothing was charged.'],
    [{ payment: ['pending', 'declined'] }, 'Nothing was charged.'],
    [{ payment: voided }, 'Nothing was charged, and the authorization was voided.'],
    [{ payment: authorized }, 'Nothing was charged, and the authorization is being voided.'],
    [{ payment: captured }, 'Your payment is being refunded.'],
    [{ orderPayment: 'captured' }, 'Your payment is being refunded.'],
    [{ orderPayment: 'refunded' }, 'Your payment is being refunded.'],
    [{ payment: [...captured, 'refunded'] }, 'Your payment was refunded.'],
  ])('states for every reason whether money was charged: %j', (known, money) => {
    for (const reason of Reasons.options) {
      const note = noteAt('outcome', { status: 'CANCELLED', reason, ...known });
      expect(note?.endsWith(`. ${money}`)).toBe(true);
    }
  });
});

describe('any combination of order and payment', () => {
  const known = fc.record<Known>(
    {
      status: fc.constantFrom(...Statuses.options),
      reason: fc.constantFrom(...Reasons.options),
      waited: fc.subarray<OrderStatus>(['IN_REVIEW', 'AWAITING_PAYMENT']),
      payment: fc.subarray([...PaymentStatuses.options]),
      shipped: fc.boolean(),
    },
    { requiredKeys: ['status'] },
  );

  it('has a current step exactly while the order is in progress, and no completed step after it', () => {
    fc.assert(
      fc.property(known, (given) => {
        const now = stepsOf(facts(given)).map(({ state }) => state);
        expect(now.filter((state) => state === 'now')).toHaveLength(isAtRest(given.status) ? 0 : 1);
        const after = isAtRest(given.status) ? [] : now.slice(now.indexOf('now') + 1);
        expect(after.filter((state) => state !== 'todo')).toEqual([]);
      }),
    );
  });
});
