import type { DomainEvent, OrderId } from '@waypost/contracts';
import type { OrderShipments } from './domain/order-shipments.ts';

/** The shipments of orders. */
export interface ShipmentStore {
  readonly shipmentsOf: (orderId: OrderId) => Promise<OrderShipments | undefined>;
  /** Writes the next state with its events, unless the order is at another version meanwhile: then it gives what is there. */
  readonly save: (
    next: OrderShipments,
    events: readonly DomainEvent[],
  ) => Promise<
    { readonly outcome: 'saved' } | { readonly outcome: 'changed'; readonly current: OrderShipments | undefined }
  >;
}
