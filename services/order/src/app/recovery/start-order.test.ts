import { describe, expect, it } from 'vitest';
import { PermanentError } from '@waypost/service-kit';
import { anOrder, cancelled } from '../../../test/build-order.ts';
import { ordersInMemory } from '../../../test/orders-in-memory.ts';
import { workflowInMemory } from '../../../test/workflow-in-memory.ts';
import { startOrder } from './start-order.ts';

describe('an order that was placed', () => {
  it('is started once, also when the event is duplicated', async () => {
    const order = anOrder();
    const ports = { orders: ordersInMemory(order), workflow: workflowInMemory() };
    expect(await startOrder(ports, order.orderId)).toBe('started');
    expect(await startOrder(ports, order.orderId)).toBe('started_before');
    expect([...ports.workflow.executions.keys()]).toEqual([`${order.orderId}-1`]);
  });
});

describe('an order that was decided before its event came', () => {
  it('is not started', async () => {
    const order = cancelled();
    const ports = { orders: ordersInMemory(order), workflow: workflowInMemory() };
    expect(await startOrder(ports, order.orderId)).toBe('decided');
    expect(ports.workflow.executions.size).toBe(0);
  });
});

describe('an order that there is not', () => {
  it('can never be started', async () => {
    const ports = { orders: ordersInMemory(), workflow: workflowInMemory() };
    await expect(startOrder(ports, anOrder().orderId)).rejects.toThrow(PermanentError);
  });
});
