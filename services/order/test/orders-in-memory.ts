import type { DomainEvent, OrderId } from '@waypost/contracts';
import { isUnfinished, type Order } from '../src/domain/order/order.ts';
import type { Orders, PendingOrders } from '../src/ports.ts';

/** Orders that forget themselves; `saved` is each write and `told` each event, in order. */
export interface OrdersInMemory extends Orders, PendingOrders {
  readonly all: ReadonlyMap<OrderId, Order>;
  readonly saved: Order[];
  readonly published: DomainEvent[];
}

export function ordersInMemory(...there: readonly Order[]): OrdersInMemory {
  const all = new Map<OrderId, Order>(there.map((order) => [order.orderId, order]));
  const saved: Order[] = [];
  const published: DomainEvent[] = [];
  const write = (order: Order, events: readonly DomainEvent[]) => {
    all.set(order.orderId, order);
    saved.push(order);
    published.push(...events);
  };
  return {
    all,
    saved,
    published,
    add: async (order, events) => {
      const earlier = all.get(order.orderId);
      if (earlier) return { added: false, order: earlier };
      write(order, events);
      return { added: true, order };
    },
    get: async (orderId) => all.get(orderId),
    save: async (next, events) => {
      if (all.get(next.orderId)?.version !== next.version - 1) return 'changed';
      write(next, events);
      return 'saved';
    },
    unchangedSince: async (then, limit) =>
      [...all.values()]
        .filter((order) => isUnfinished(order) && !order.parked && order.changedAt < then)
        .toSorted((one, other) => one.changedAt.localeCompare(other.changedAt))
        .slice(0, limit)
        .map(({ orderId }) => orderId),
  };
}
