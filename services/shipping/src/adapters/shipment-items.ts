import {
  Address,
  Carrier,
  type DomainEvent,
  OrderId,
  OrderLines,
  ParcelStatus,
  ShipmentId,
  ShopperId,
  Timestamp,
} from '@waypost/contracts';
import { type MessageContext, outbox, OUTBOX_ATTRIBUTE } from '@waypost/service-kit';
import * as z from 'zod';
import type { OrderShipments } from '../domain/order-shipments.ts';

/**
 * Time for which the tombstone of an order without shipments rejects late ones: as long as the names of executions are
 * kept.
 */
const TOMBSTONE_SECONDS = 90 * 24 * 60 * 60;

const ShipmentPart = z.object({
  shipmentId: ShipmentId,
  carrier: Carrier,
  lines: OrderLines,
  arrangedAt: Timestamp,
  parcel: z.partialRecord(ParcelStatus, Timestamp).exactOptional(),
});

const ShipmentsItem = z.object({
  orderId: OrderId,
  attempt: z.number(),
  status: z.enum(['arranged', 'cancelled']),
  shipments: z.object({ north: ShipmentPart.exactOptional(), south: ShipmentPart.exactOptional() }),
  shopperId: ShopperId.exactOptional(),
  address: Address.exactOptional(),
  returns: z.record(z.string(), z.partialRecord(ParcelStatus, Timestamp)).exactOptional(),
  version: z.number(),
});

export const shipmentsKey = (orderId: OrderId) => ({ pk: `order#${orderId}`, sk: 'shipments' });

export function shipmentsOfItem(item: Readonly<Record<string, unknown>>): OrderShipments {
  return ShipmentsItem.parse(item);
}

export function itemOfShipments(next: OrderShipments, events: readonly DomainEvent[], context: MessageContext) {
  const isTombstone = Object.keys(next.shipments).length === 0;
  return {
    ...shipmentsKey(next.orderId),
    ...next,
    version: next.version + 1,
    ...(isTombstone && { expiresAt: Math.floor(Date.parse(context.now) / 1000) + TOMBSTONE_SECONDS }),
    ...(events.length > 0 && { [OUTBOX_ATTRIBUTE]: outbox(events, context) }),
  };
}
