import type { OrderId, Shipment, ShopperId } from '@waypost/contracts';
import { shipmentsOf } from '../domain/order-shipments.ts';
import { parcelOf } from '../domain/parcel.ts';
import type { ShipmentStore } from '../ports.ts';

/** Shipments of one of the shopper's orders; none for another shopper's order. */
export async function listShipments(
  { shipments }: { shipments: Pick<ShipmentStore, 'shipmentsOf'> },
  { orderId, shopperId }: { orderId: OrderId; shopperId: ShopperId },
): Promise<readonly Shipment[]> {
  const order = await shipments.shipmentsOf(orderId);
  if (!order || order.shopperId !== shopperId) return [];
  const { status } = order;
  return shipmentsOf(order).map(({ parcel, ...shipment }) => ({
    ...shipment,
    orderId,
    status,
    ...(parcel && { parcel: parcelOf(parcel) }),
  }));
}
