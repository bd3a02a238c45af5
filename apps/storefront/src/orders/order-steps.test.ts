import { describe, expect, it } from '@jest/globals';
import type { OrderStatus } from '@waypost/contracts';
import { CancelReason, GetPayment, OrderStatus as Statuses, Payment, Shipment } from '@waypost/contracts';
import fc from 'fast-check';
import { FakeOrder } from '../../test/fake-order.ts';
import { isMoving, stepsOf } from './order-steps.ts';
import type { Step } from './order-steps.ts';

const orderId = `ord_${'0'.repeat(32)}`;
const at = '2026-05-03T12:00:00.000Z';
const address = { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'DE' };

const facts = ({
  status,
  reason,
  payment,
  shipped = false,
}: {
  status: OrderStatus;
  reason?: CancelReason;
  payment?: Payment['status'];
  shipped?: boolean;
}) => ({
  order: {
    orderId: GetPayment.answer.shape.orderId.parse(orderId),
    status,
    ...(reason && { reason }),
    lines: [],
    total: { amount: 100, currency: 'EUR' as const },
    shippingAddress: address,
    history: [{ status: 'PLACED' as const, at }],
    shipments: [],
    payment: { status: 'pending' as const },
  },
  payment:
    payment &&
    Payment.parse({
      orderId,
      status: payment,
      amount: { amount: 100, currency: 'EUR' },
      history: [{ status: payment, at }],
    }),
  shipments: shipped
    ? [
        Shipment.parse({
          shipmentId: 's',
          orderId,
          warehouse: 'south',
          carrier: 'Tern Post',
          status: 'arranged',
          lines: [],
          arrangedAt: at,
        }),
      ]
    : [],
});

const states = (steps: readonly Step[]) => steps.map(({ state }) => state).join(' ');

describe('an order on its way', () => {
  it.each([
    [facts({ status: 'PLACED' }), 'done now todo todo todo'],
    [facts({ status: 'PLACED', payment: 'pending' }), 'done now todo todo todo'],
    [facts({ status: 'PLACED', payment: 'authorized' }), 'done done now todo todo'],
    [facts({ status: 'PLACED', payment: 'authorized', shipped: true }), 'done done done now todo'],
    [facts({ status: 'PLACED', payment: 'captured', shipped: true }), 'done done done done now'],
    [facts({ status: 'CONFIRMED', payment: 'captured', shipped: true }), 'done done done done done'],
  ])('passes one waypoint after the other', (known, expected) => {
    expect(states(stepsOf(known))).toBe(expected);
  });

  it('has passed a waypoint when a later one was, whoever told first', () => {
    expect(states(stepsOf(facts({ status: 'PLACED', shipped: true })))).toBe('done done done now todo');
  });

  it('is complete when confirmed, also while other services have nothing to tell', () => {
    expect(states(stepsOf(facts({ status: 'CONFIRMED' })))).toBe('done done done done done');
  });
});

describe('a cancelled order', () => {
  it.each([
    [facts({ status: 'CANCELLED', reason: 'out_of_stock' }), 'done failed skipped skipped failed'],
    [
      facts({ status: 'CANCELLED', reason: 'payment_declined', payment: 'declined' }),
      'done failed skipped skipped failed',
    ],
    [
      facts({ status: 'CANCELLED', reason: 'shipping_unavailable', payment: 'voided' }),
      'done undone failed skipped failed',
    ],
    [
      facts({ status: 'CANCELLED', reason: 'customer_request', payment: 'voided', shipped: true }),
      'done undone undone skipped failed',
    ],
  ])('tells what failed, what was undone and what never began', (known, expected) => {
    expect(states(stepsOf(known))).toBe(expected);
  });

  it('tells whether held money was let go already', () => {
    const note = (payment: Payment['status']) =>
      stepsOf(facts({ status: 'CANCELLED', reason: 'shipping_unavailable', payment }))[1]?.note;
    expect(note('voided')).toBe('Let go again.');
    expect(note('authorized')).toBe('Being let go.');
  });

  it('has words for every reason', () => {
    for (const reason of CancelReason.options)
      expect(stepsOf(facts({ status: 'CANCELLED', reason })).at(-1)?.note).toMatch(/\w+\.$/);
  });
});

describe('whatever is known', () => {
  const known = fc.record(
    {
      status: fc.constantFrom(...Statuses.options),
      reason: fc.constantFrom(...CancelReason.options),
      payment: fc.constantFrom(...Payment.shape.status.options),
      shipped: fc.boolean(),
    },
    { requiredKeys: ['status'] },
  );

  it('something happens now exactly while the order moves, and nothing after it is done', () => {
    fc.assert(
      fc.property(known, (given) => {
        const now = stepsOf(facts(given)).map(({ state }) => state);
        expect(now.filter((state) => state === 'now')).toHaveLength(isMoving(given.status) ? 1 : 0);
        const after = isMoving(given.status) ? now.slice(now.indexOf('now') + 1) : [];
        expect(after.filter((state) => state !== 'todo')).toEqual([]);
      }),
    );
  });
});

describe('the fake order of the browser tests', () => {
  it('comes to rest', () => {
    const order = new FakeOrder(
      orderId,
      'a',
      { lines: [], shippingAddress: address, paymentMethod: 'pm_card_visa' },
      () => undefined,
    );
    for (let look = 0; look < 10; look += 1) order.look();
    expect(order.isMoving()).toBe(false);
    expect(order.order().status).toBe('CONFIRMED');
  });
});
