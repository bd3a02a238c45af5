import type { OrderId } from '@waypost/contracts';
import type { Order } from '../src/domain/order.ts';
import type { Orders } from '../src/ports.ts';

/** Orders that forget themselves; `saved` is each write, in order. */
export function ordersInMemory(...there: readonly Order[]): Orders & { readonly saved: Order[] } {
  const orders = new Map<OrderId, Order>(there.map((order) => [order.orderId, order]));
  const saved: Order[] = [];
  const write = (order: Order) => {
    orders.set(order.orderId, order);
    saved.push(order);
  };
  return {
    saved,
    add: async (order) => {
      const earlier = orders.get(order.orderId);
      if (earlier) return { added: false, order: earlier };
      write(order);
      return { added: true, order };
    },
    get: async (orderId) => orders.get(orderId),
    save: async (next) => {
      if (orders.get(next.orderId)?.version !== next.version - 1) return 'changed';
      write(next);
      return 'saved';
    },
  };
}
