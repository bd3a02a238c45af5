import {
  type Address,
  type ArrangeShipmentRequest,
  type ArrangeShipmentResult,
  type CancelShipmentsRequest,
  type CancelShipmentsResult,
  type DomainEvent,
  type OrderId,
  type OrderLines,
  ShipmentArranged,
  ShipmentCancelled,
  type ShopperId,
  WarehouseId,
} from '@waypost/contracts';
import { goesTo } from './carriers.ts';

/** What leaves one warehouse for one order. */
export interface ArrangedShipment {
  readonly shipmentId: string;
  readonly carrier: string;
  readonly lines: OrderLines;
  /** RFC 3339. */
  readonly arrangedAt: string;
}

/**
 * All shipments of one order, at most one a warehouse. Once cancelled it stays so: the late original of something undone
 * finds it and is refused, also where nothing was arranged yet.
 */
export interface OrderShipments {
  readonly orderId: OrderId;
  /** The newest drive of the order's workflow that asked. */
  readonly attempt: number;
  readonly status: 'arranged' | 'cancelled';
  readonly shipments: Readonly<Partial<Record<WarehouseId, ArrangedShipment>>>;
  /** Unknown where the cancellation came first. */
  readonly shopperId?: ShopperId;
  /** Where it goes, as long as somebody has to know. */
  readonly address?: Address;
  /** The version that was read; 0 for what is not written yet. */
  readonly version: number;
}

/** What to answer, once the next state (if any) is written with its events. */
export interface Decision<Result> {
  readonly result: Result;
  readonly change?: { readonly next: OrderShipments; readonly events: readonly DomainEvent[] };
}

/** Arranges one shipment, once. */
export function decideArrange(
  earlier: OrderShipments | undefined,
  request: ArrangeShipmentRequest,
  now: string,
): Decision<ArrangeShipmentResult> {
  const { orderId, attempt, warehouse, carrier, lines, address, shopperId } = request;
  if (earlier && attempt < earlier.attempt) return { result: { outcome: 'refused', because: 'newer_attempt' } };
  if (earlier?.status === 'cancelled') {
    return { result: { outcome: 'refused', because: 'cancelled' }, ...raisedTo(attempt, earlier) };
  }
  const known = earlier?.shipments[warehouse];
  if (earlier && known) return { result: arranged(known.shipmentId, warehouse), ...raisedTo(attempt, earlier) };
  if (!goesTo(carrier, address.country)) return { result: { outcome: 'unavailable' } };

  const shipment: ArrangedShipment = { shipmentId: shipmentIdOf(orderId, warehouse), carrier, lines, arrangedAt: now };
  const { shipmentId } = shipment;
  return {
    result: arranged(shipmentId, warehouse),
    change: {
      next: {
        orderId,
        attempt,
        status: 'arranged',
        shipments: { ...earlier?.shipments, [warehouse]: shipment },
        shopperId,
        address,
        version: earlier?.version ?? 0,
      },
      events: [ShipmentArranged.build(orderId, { orderId, shipmentId, warehouse, carrier, lines })],
    },
  };
}

/** Cancels all that was arranged, and refuses all that would be arranged late. Nobody needs the address any more. */
export function decideCancel(
  earlier: OrderShipments | undefined,
  { orderId, attempt }: CancelShipmentsRequest,
): Decision<CancelShipmentsResult> {
  if (earlier && attempt < earlier.attempt) return { result: { outcome: 'refused', because: 'newer_attempt' } };
  const shipments = shipmentsOf(earlier);
  const result: CancelShipmentsResult = { outcome: shipments.length > 0 ? 'cancelled' : 'nothing_arranged' };
  if (earlier?.status === 'cancelled') return { result, ...raisedTo(attempt, earlier) };

  const { address: _, ...kept } = earlier ?? { shipments: {}, version: 0 };
  return {
    result,
    change: {
      next: { ...kept, orderId, attempt, status: 'cancelled' },
      events: shipments.map(({ shipmentId }) => ShipmentCancelled.build(orderId, { orderId, shipmentId })),
    },
  };
}

/** Every shipment with its warehouse. */
export function shipmentsOf(
  order: OrderShipments | undefined,
): readonly (ArrangedShipment & { readonly warehouse: WarehouseId })[] {
  return WarehouseId.options.flatMap((warehouse) => {
    const shipment = order?.shipments[warehouse];
    return shipment ? [{ ...shipment, warehouse }] : [];
  });
}

/** The same however often it is asked: one order has one shipment a warehouse. */
const shipmentIdOf = (orderId: OrderId, warehouse: WarehouseId): string =>
  `${orderId.replace(/^ord_/, 'shp_')}_${warehouse}`;

const arranged = (shipmentId: string, warehouse: WarehouseId): ArrangeShipmentResult => ({
  outcome: 'arranged',
  shipmentId,
  warehouse,
});

/** Notes a newer attempt, so that from now on the older ones are refused. */
function raisedTo<Result>(attempt: number, earlier: OrderShipments): Pick<Decision<Result>, 'change'> {
  return attempt > earlier.attempt ? { change: { next: { ...earlier, attempt }, events: [] } } : {};
}
