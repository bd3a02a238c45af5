import type { Address, DomainEvent, OrderId } from '@waypost/contracts';
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

/** A parcel that the carrier is asked to pick up. */
export interface Booking {
  readonly shipmentId: string;
  readonly orderId: OrderId;
  readonly carrier: string;
  readonly address: Address;
}

/** Who carries parcels. Asked again, it does nothing twice. */
export interface ParcelCarrier {
  /** `recalled` where the shop took the parcel back before. */
  readonly book: (booking: Booking) => Promise<'booked' | 'recalled'>;
  /** Takes parcels back before they are picked up, all or none. */
  readonly recall: (shipmentIds: readonly string[]) => Promise<'recalled' | 'left'>;
}
