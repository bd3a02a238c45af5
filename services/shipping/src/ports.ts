import type { Address, DomainEvent, OrderId } from '@waypost/contracts';
import type { OrderShipments } from './domain/order-shipments.ts';

/** The shipments of orders. */
export interface ShipmentStore {
  readonly shipmentsOf: (orderId: OrderId) => Promise<OrderShipments | undefined>;
  /** Writes the next state with its events, on condition of the version. Returns the stored state after a lost race. */
  readonly save: (
    next: OrderShipments,
    events: readonly DomainEvent[],
  ) => Promise<
    { readonly outcome: 'saved' } | { readonly outcome: 'changed'; readonly current: OrderShipments | undefined }
  >;
}

/** A request to pick up a parcel. */
export interface Booking {
  readonly shipmentId: string;
  readonly orderId: OrderId;
  readonly carrier: string;
  readonly address: Address;
}

/** The carrier. Repeated requests have one effect. */
export interface ParcelCarrier {
  /** `recalled` where the shop took the parcel back before. */
  readonly book: (booking: Booking) => Promise<'booked' | 'recalled'>;
  /** Takes parcels back before they are picked up, all or none. */
  readonly recall: (shipmentIds: readonly string[]) => Promise<'recalled' | 'left'>;
}
