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
  /** What the order waited for before. */
  readonly waited?: readonly OrderStatus[];
  /** What the payment service tells, oldest first. */
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
  ])('passes one waypoint after the other', (known, expected) => {
    expect(states(stepsOf(facts(known)))).toBe(`${expected} todo todo todo`);
  });

  it.each<[OrderStatus, string]>([
    ['CONFIRMED', 'now todo todo'],
    ['SHIPPED', 'done now todo'],
    ['DELIVERED', 'done done now'],
    ['COMPLETED', 'done done done'],
  ])('goes on when it is %s', (status, expected) => {
    const steps = stepsOf(facts({ status, waited: ['CONFIRMED'], payment: captured, shipped: true }));
    expect(states(steps)).toBe(`done done done done done ${expected}`);
  });

  it('says at the waypoint of its delivery that a parcel is in trouble', () => {
    const known = facts({ status: 'SHIPPED', waited: ['CONFIRMED'] });
    const parcel = { status: 'LOST' as const, history: [{ status: 'LOST' as const, at }] };
    const order = { ...known.order, shipments: [{ shipmentId: 's', warehouse: 'south' as const, parcel }] };
    const noteOf = (given: Parameters<typeof stepsOf>[0]) => stepsOf(given).find(({ id }) => id === 'delivered')?.note;
    expect(noteOf(known)).toBe('On its way to you.');
    expect(noteOf({ ...known, order })).toMatch(/^Not all goes well/);
  });

  it.each<[readonly OrderStatus[], number]>([
    [['CONFIRMED', 'SHIPPED', 'DELIVERED'], 8],
    [['CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED'], 9],
  ])('ends where it began when all of it is returned after %j', (waited, length) => {
    const steps = stepsOf(facts({ status: 'RETURNED', waited }));
    expect(steps.map(({ state }) => state)).toEqual(Array.from({ length }, () => 'done'));
    expect(steps.at(-1)).toMatchObject({ id: 'returned', at });
  });

  it('has passed a waypoint when a later one was, whoever told first', () => {
    expect(states(stepsOf(facts({ status: 'PLACED', shipped: true })))).toBe('done done done now todo todo todo todo');
  });

  it('is complete when confirmed, also while other services have nothing to tell', () => {
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
  ])('has a waypoint for each wait, and goes on from there', (known, expected) => {
    const after = known.status === 'CONFIRMED' ? 'now todo todo' : 'todo todo todo';
    expect(states(stepsOf(facts(known)))).toBe(`${expected} ${after}`);
  });

  it('has its stock already, and only its money is still to be held', () => {
    const title = (known: Known) => stepsOf(facts(known)).find(({ id }) => id === 'held')?.title;
    expect(title({ status: 'PLACED' })).toBe('Stock and money held');
    expect(title({ status: 'IN_REVIEW' })).toBe('Money held');
  });

  it('says whom it waits for', () => {
    expect(noteAt('review', { status: 'IN_REVIEW' })).toMatch(/^A person looks at it, since it is large/);
    expect(noteAt('authentication', { status: 'AWAITING_PAYMENT' })).toMatch(/bank/);
  });
});

describe('an order that the shopper asked to cancel', () => {
  it.each<[Known, string]>([
    [{ status: 'PLACED' }, 'done skipped skipped skipped now'],
    [{ status: 'IN_REVIEW' }, 'done skipped skipped skipped skipped now'],
    [{ status: 'PLACED', payment: authorized }, 'done done skipped skipped now'],
    [{ status: 'CONFIRMED' }, 'done done done done done skipped skipped now'],
  ])('begins nothing more, until it ends', (known, expected) => {
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
  ])('tells what failed, what was undone and what never began', (known, expected) => {
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
  ])('keeps what a person or a bank said, and shows where the wait ended it', (known, expected) => {
    expect(states(stepsOf(facts({ status: 'CANCELLED', ...known })))).toBe(expected);
  });

  it('tells whether held money was let go already', () => {
    const note = (payment: readonly PaymentStatus[]) =>
      noteAt('held', { status: 'CANCELLED', reason: 'shipping_unavailable', payment });
    expect(note(voided)).toBe('Let go again.');
    expect(note(authorized)).toBe('Being let go.');
  });

  it.each<[Omit<Known, 'status'>, string]>([
    [{}, 'Nothing was charged.'],
    [{ payment: ['pending', 'declined'] }, 'Nothing was charged.'],
    [{ payment: voided }, 'Nothing was charged, and nothing is held any more.'],
    [{ payment: authorized }, 'Nothing was charged, and what your bank holds for it is being let go.'],
    [{ payment: captured }, 'What you paid is being given back.'],
    [{ orderPayment: 'captured' }, 'What you paid is being given back.'],
    [{ orderPayment: 'refunded' }, 'What you paid is being given back.'],
    [{ payment: [...captured, 'refunded'] }, 'What you paid was given back.'],
  ])('says for every reason what became of the money', (known, money) => {
    for (const reason of Reasons.options) {
      const note = noteAt('outcome', { status: 'CANCELLED', reason, ...known });
      expect(note?.endsWith(`. ${money}`)).toBe(true);
    }
  });
});

describe('whatever is known', () => {
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

  it('something happens now exactly while the order moves, and nothing after it is done', () => {
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
