import { describe, expect, it } from '@jest/globals';
import { PermanentError } from '@waypost/service-kit';
import { anOrder } from '../../test/build-order.ts';
import { ordersInMemory } from '../../test/orders-in-memory.ts';
import { evolve, type Order } from '../domain/order.ts';
import { startOrder } from './start-order.ts';

function workflow() {
  const names = new Set<string>();
  const start = async ({ orderId, attempt }: Order) => {
    const name = `${orderId}-${attempt}`;
    if (names.has(name)) return 'started_before' as const;
    names.add(name);
    return 'started' as const;
  };
  return { names, start };
}

describe('an order that was placed', () => {
  it('is started once, also when it is told twice', async () => {
    const order = anOrder();
    const ports = { orders: ordersInMemory(order), workflow: workflow() };
    expect(await startOrder(ports, order.orderId, 'c-1')).toBe('started');
    expect(await startOrder(ports, order.orderId, 'c-1')).toBe('started_before');
    expect(ports.workflow.names).toEqual(new Set([`${order.orderId}-1`]));
  });
});

describe('an order that was decided before its event came', () => {
  it('is not started', async () => {
    const order = evolve(anOrder(), { type: 'cancelled', at: '2026-05-04T09:31:00.000Z', reason: 'internal_error' });
    const ports = { orders: ordersInMemory(order), workflow: workflow() };
    expect(await startOrder(ports, order.orderId, 'c-1')).toBe('decided');
    expect(ports.workflow.names.size).toBe(0);
  });
});

describe('an order that there is not', () => {
  it('can never be started', async () => {
    const ports = { orders: ordersInMemory(), workflow: workflow() };
    await expect(startOrder(ports, anOrder().orderId, 'c-1')).rejects.toThrow(PermanentError);
  });
});
