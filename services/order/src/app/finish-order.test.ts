import { describe, expect, it } from '@jest/globals';
import { TransientError } from '@waypost/service-kit';
import { anOrder } from '../../test/build-order.ts';
import { ordersInMemory } from '../../test/orders-in-memory.ts';
import { finishOrder } from './finish-order.ts';

const at = '2026-05-04T09:31:00.000Z';
const cancel = { type: 'cancel', attempt: 1, at, reason: 'internal_error' } as const;
const { orderId } = anOrder();

describe('finishing an order', () => {
  it('writes it once, however often it is asked', async () => {
    const orders = ordersInMemory(anOrder());
    for (const _ of [1, 2, 3]) expect(await finishOrder({ orders }, orderId, cancel)).toEqual({ outcome: 'happened' });
    expect(orders.saved).toHaveLength(1);
  });

  it('refuses an order that there is not', async () => {
    expect(await finishOrder({ orders: ordersInMemory() }, orderId, cancel)).toEqual({
      outcome: 'refused',
      because: 'unknown_order',
    });
  });

  it('asks to be asked again when somebody else wrote the order meanwhile', async () => {
    const orders = { ...ordersInMemory(anOrder()), save: async () => 'changed' as const };
    await expect(finishOrder({ orders }, orderId, cancel)).rejects.toThrow(TransientError);
  });
});
