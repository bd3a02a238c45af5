import { describe, expect, it } from 'vitest';
import { ShopperId } from '@waypost/contracts';
import { PermanentError, TransientError } from '@waypost/service-kit';
import { anOrder, AT, confirmed, decidedOn, inReview } from '../../../test/build-order.ts';
import { type OrdersInMemory, ordersInMemory } from '../../../test/orders-in-memory.ts';
import { workflowInMemory } from '../../../test/workflow-in-memory.ts';
import { decideReview } from '../../domain/order/decisions.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Shipping } from '../../ports.ts';
import { awaitDecision } from './await-decision.ts';
import { recordDecision } from './record-decision.ts';
import { requestCancellation } from './request-cancellation.ts';
import { sweepOrders } from '../recovery/sweep-orders.ts';

const { orderId, shopperId } = anOrder();
const wait = { for: 'review', attempt: 1, at: AT, taskToken: 'token', reason: ['large_total'] } as const;
const approve = (order: Order) => decideReview(order, { at: AT, decision: 'approve' });
const reject = (order: Order) => decideReview(order, { at: AT, decision: 'reject' });
const LEFT: Shipping = { stop: async () => 'left' };
const portsWith = (...orders: readonly Order[]) => ({
  orders: ordersInMemory(...orders),
  workflow: workflowInMemory(),
  shipping: LEFT,
  now: AT,
});

/** Orders in which something else is written whenever this write is about to land. */
const overtaken = (orders: OrdersInMemory, concurrently: () => Promise<unknown>): OrdersInMemory => {
  let isFirst = true;
  return {
    ...orders,
    save: async (next, events) => {
      if (isFirst) {
        isFirst = false;
        await concurrently();
      }
      return orders.save(next, events);
    },
  };
};

describe('waiting for a decision', () => {
  it('stores the token, publishes the wait once, and receives the decision', async () => {
    const ports = portsWith(anOrder());
    expect(await awaitDecision(ports, orderId, wait)).toEqual({ outcome: 'waiting' });
    await recordDecision(ports, orderId, approve);
    expect(ports.workflow.published).toEqual([['token', 'approved']]);
    expect(ports.orders.published.map(({ name }) => name)).toEqual(['OrderReviewRequested']);
  });

  it('is answered at once where the decision came first', async () => {
    const ports = portsWith(decidedOn({ review: 'reject' }));
    expect(await awaitDecision(ports, orderId, wait)).toEqual({ outcome: 'answered' });
    expect(ports.workflow.published).toEqual([['token', 'review_rejected']]);
  });

  it('finds a decision that comes between reading the order and keeping the token', async () => {
    const ports = portsWith(anOrder());
    const concurrently = () => recordDecision(ports, orderId, approve);
    const racing = { ...ports, orders: overtaken(ports.orders, concurrently) };
    expect(await awaitDecision(racing, orderId, wait)).toEqual({ outcome: 'answered' });
    expect(ports.workflow.published).toEqual([['token', 'approved']]);
  });

  it('can never be for an order that there is not', async () => {
    await expect(awaitDecision(portsWith(), orderId, wait)).rejects.toThrow(PermanentError);
  });
});

describe('recording a decision', () => {
  it('counts the first of two operators who decide at once, and tells the other', async () => {
    const ports = portsWith(inReview());
    const results = await Promise.all([
      recordDecision(ports, orderId, approve),
      recordDecision(ports, orderId, reject),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['happened', 'rejected']);
    expect(ports.workflow.published).toEqual([['review-token', 'approved']]);
  });

  it('completes the task again when the request is repeated, as after a crash', async () => {
    const ports = portsWith(decidedOn({ review: 'approve' }, inReview()));
    expect(await recordDecision(ports, orderId, approve)).toMatchObject({ outcome: 'happened' });
    expect(ports.orders.saved).toEqual([]);
    expect(ports.workflow.published).toEqual([['review-token', 'approved']]);
  });

  it('asks to be asked again when others keep writing the order', async () => {
    const ports = portsWith(inReview());
    const orders = { ...ports.orders, save: async () => 'changed' as const };
    await expect(recordDecision({ ...ports, orders }, orderId, approve)).rejects.toThrow(TransientError);
  });
});

describe('a shopper who cancels', () => {
  const ask = (ports: ReturnType<typeof portsWith>, who = shopperId) =>
    requestCancellation(ports, { orderId, shopperId: who, at: AT });

  it('is heard by the task that waits', async () => {
    const ports = portsWith(inReview());
    expect(await ask(ports)).toMatchObject({ outcome: 'requested' });
    expect(ports.workflow.published).toEqual([['review-token', 'cancel_requested']]);
  });

  it('is rejected when it is too late, or when the order belongs to another shopper', async () => {
    expect(await ask(portsWith(confirmed()))).toEqual({ outcome: 'left' });
    const ports = portsWith(inReview());
    expect(await ask(ports, ShopperId.parse('eve'))).toEqual({ outcome: 'unknown_order' });
    expect(ports.orders.saved).toEqual([]);
    expect(await ask(portsWith())).toEqual({ outcome: 'unknown_order' });
  });

  describe('after the order was confirmed', () => {
    it('compensates an order without shipped parcels in one new attempt, however often it is requested', async () => {
      const ports = { ...portsWith(confirmed()), shipping: { stop: async () => 'stopped' as const } };
      expect(await ask(ports)).toMatchObject({ outcome: 'requested' });
      expect(await ask(ports)).toMatchObject({ outcome: 'requested' });
      expect(ports.orders.all.get(orderId)).toMatchObject({
        attempt: 2,
        decisions: { compensation: 'customer_request' },
      });
      expect([...ports.workflow.executions.keys()]).toEqual([`${orderId}-2`]);
    });

    it('is rejected after a parcel was shipped, without another request to shipping', async () => {
      const asked: string[] = [];
      const stop = async ({ orderId: id }: Order) => (asked.push(id), 'left' as const);
      const ports = { ...portsWith(confirmed()), shipping: { stop } };
      expect(await ask(ports)).toEqual({ outcome: 'left' });
      expect(await ask(ports)).toEqual({ outcome: 'left' });
      expect(asked).toHaveLength(1);
    });

    it('is heard by the sweeper where shipping could not be asked', async () => {
      const away = { stop: () => Promise.reject(new TransientError('away')) };
      const ports = portsWith(confirmed());
      await expect(ask({ ...ports, shipping: away })).rejects.toThrow('away');
      const sweeping = {
        ...ports,
        undecided: ports.orders,
        shipping: { stop: async () => 'stopped' as const },
        park: async () => {},
        now: '2026-05-04T10:00:00.000Z',
      };
      expect(await sweepOrders(sweeping)).toEqual({ started: 1 });
      expect(ports.orders.all.get(orderId)?.decisions.compensation).toBe('customer_request');
      expect(await sweepOrders({ ...sweeping, now: '2026-05-04T11:00:00.000Z' })).toEqual({ running: 1 });
    });
  });
});
