import type { DomainEvent, OrderId } from '@waypost/contracts';
import type { OrderShipments } from '../src/domain/order-shipments.ts';
import type { ShipmentStore } from '../src/ports.ts';

/** The shipments of a test: what the table would hold, rejected as the table would, and what the outbox would tell. */
export interface ShipmentsInMemory extends ShipmentStore {
  readonly orders: Map<OrderId, OrderShipments>;
  readonly published: DomainEvent[];
  /** Number of attempted writes. */
  readonly writes: () => number;
}

export function shipmentsInMemory(): ShipmentsInMemory {
  const orders = new Map<OrderId, OrderShipments>();
  const published: DomainEvent[] = [];
  let writes = 0;
  return {
    orders,
    published,
    writes: () => writes,
    shipmentsOf: async (orderId) => orders.get(orderId),
    save: async (next, events) => {
      writes += 1;
      const current = orders.get(next.orderId);
      if ((current?.version ?? 0) !== next.version) return { outcome: 'changed', current };
      orders.set(next.orderId, { ...next, version: next.version + 1 });
      published.push(...events);
      return { outcome: 'saved' };
    },
  };
}
