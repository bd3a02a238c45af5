import { describe, expect, it } from 'vitest';
import { OrderId } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import { anOrder, AT, cancelled, confirmed, decidedOn, inReview } from '../../../test/build-order.ts';
import { ordersInMemory } from '../../../test/orders-in-memory.ts';
import { workflowInMemory } from '../../../test/workflow-in-memory.ts';
import type { Order } from '../../domain/order/order.ts';
import { MAX_ATTEMPTS } from '../../domain/recovery/redrive.ts';
import { redriveOrder } from './redrive-order.ts';
import { sweepOrders } from './sweep-orders.ts';

const { orderId } = anOrder();
const LATER = '2026-05-04T10:00:00.000Z';
const minute = (n: number) => new Date(Date.parse(LATER) + n * 60_000).toISOString();

function portsWith(...orders: readonly Order[]) {
  const letters: string[] = [];
  const all = ordersInMemory(...orders);
  const park = async (order: Order) => void letters.push(order.orderId);
  const shipping = { stop: async () => 'left' as const };
  return { orders: all, undecided: all, workflow: workflowInMemory(), shipping, park, now: LATER, letters };
}

describe('an order whose event was lost', () => {
  it('is started by the sweep, once', async () => {
    const ports = portsWith(anOrder());
    expect(await sweepOrders(ports)).toEqual({ started: 1 });
    expect(await sweepOrders(ports)).toEqual({ running: 1 });
    expect([...ports.workflow.executions.keys()]).toEqual([`${orderId}-1`]);
  });
});

describe('an order whose workflow ended without a decision', () => {
  it('starts the next attempt', async () => {
    const ports = portsWith(anOrder());
    await ports.workflow.start(anOrder());
    ports.workflow.end();
    expect(await sweepOrders(ports)).toEqual({ started: 1 });
    expect(ports.orders.all.get(orderId)?.attempt).toBe(2);
    expect(ports.workflow.executions.get(`${orderId}-2`)).toBe('running');
  });

  it('starts the next attempt also after a crash between recording and starting it', async () => {
    const ports = portsWith({ ...anOrder(), attempt: 2 });
    expect(await sweepOrders(ports)).toEqual({ started: 1 });
    expect([...ports.workflow.executions.keys()]).toEqual([`${orderId}-2`]);
  });

  it('is parked after the last attempt, with a dead letter, until an operator redrives it', async () => {
    const ports = portsWith({ ...anOrder(), attempt: MAX_ATTEMPTS });
    await ports.workflow.start({ ...anOrder(), attempt: MAX_ATTEMPTS });
    ports.workflow.end();
    expect(await sweepOrders(ports)).toEqual({ parked: 1 });
    expect(ports.letters).toEqual([orderId]);
    expect(await sweepOrders(ports)).toEqual({});
    expect(await redriveOrder(ports, orderId, 'operator')).toEqual({ outcome: 'started', attempt: MAX_ATTEMPTS + 1 });
  });
});

describe('an order whose decision was recorded and never published', () => {
  it('has its waiting task published by the sweep', async () => {
    const order = decidedOn({ review: 'approve' }, inReview());
    const ports = portsWith(order);
    await ports.workflow.start(order);
    expect(await sweepOrders(ports)).toEqual({ running: 1 });
    expect(ports.workflow.published).toEqual([['review-token', 'approved']]);
  });
});

describe('a confirmed order whose recall has no result', () => {
  it('is parked after five failed sweeps, and recalled when an operator redrives it', async () => {
    const ports = portsWith(decidedOn({ recall: 'requested' }, confirmed()));
    const unavailable = { stop: () => Promise.reject(new TransientError('Shipping is unavailable')) };
    for (let n = 1; n <= MAX_ATTEMPTS; n += 1)
      expect(await sweepOrders({ ...ports, shipping: unavailable, now: minute(n) })).toEqual({ failed: 1 });
    expect(await sweepOrders({ ...ports, shipping: unavailable, now: minute(6) })).toEqual({ parked: 1 });
    expect(ports.letters).toEqual([orderId]);
    expect(await sweepOrders({ ...ports, now: minute(7) })).toEqual({});
    expect(await redriveOrder(ports, orderId, 'operator')).toEqual({ outcome: 'decided' });
    expect(ports.orders.all.get(orderId)).not.toHaveProperty('parked');
  });
});

describe('a sweep', () => {
  it('leaves alone what moved a moment ago, and what is decided', async () => {
    expect(await sweepOrders({ ...portsWith(inReview()), now: AT })).toEqual({});
    expect(await sweepOrders(portsWith(cancelled()))).toEqual({});
  });

  it('goes on after an order that fails', async () => {
    const other = anOrder({ orderId: OrderId.parse(`ord_${'b2'.repeat(16)}`) });
    const ports = portsWith(anOrder(), other);
    const stateOf = async (order: Order) => {
      if (order.orderId === orderId) throw new Error('throttled');
      return ports.workflow.stateOf(order);
    };
    expect(await sweepOrders({ ...ports, workflow: { ...ports.workflow, stateOf } })).toEqual({
      failed: 1,
      started: 1,
    });
  });
});

describe('an operator', () => {
  it('reports an order that is unknown, decided or running', async () => {
    expect(await redriveOrder(portsWith(), orderId, 'operator')).toEqual({ outcome: 'unknown_order' });
    expect(await redriveOrder(portsWith(cancelled()), orderId, 'operator')).toEqual({ outcome: 'decided' });
    const ports = portsWith(anOrder());
    await ports.workflow.start(anOrder());
    expect(await redriveOrder(ports, orderId, 'operator')).toEqual({ outcome: 'running', attempt: 1 });
  });
});
