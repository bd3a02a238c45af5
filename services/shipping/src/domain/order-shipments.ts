import {
  type Address,
  type ArrangeShipmentRequest,
  type ArrangeShipmentResult,
  type CancelShipmentsRequest,
  type CancelShipmentsResult,
  type DomainEvent,
  OrderId,
  type OrderLines,
  ShipmentArranged,
  ParcelStatus,
  ShipmentCancelled,
  type ShopperId,
  ReturnId,
  ReturnLost,
  ReturnReceived,
  type StopShipmentsResult,
  WarehouseId,
} from '@waypost/contracts';
import { goesTo } from './carriers.ts';
import { type CarrierReport, parcelEvents, type ParcelTimes, reported, statusOf } from './parcel.ts';

/** Shipment of an order from one warehouse. */
export interface ArrangedShipment {
  readonly shipmentId: string;
  readonly carrier: string;
  readonly lines: OrderLines;
  /** RFC 3339. */
  readonly arrangedAt: string;
  /** Its one parcel, once that is packed. */
  readonly parcel?: ParcelTimes;
}

/**
 * All shipments of one order, at most one a warehouse. Once cancelled it stays so: the late original of something undone
 * finds it and is rejected, also where nothing was arranged yet.
 */
export interface OrderShipments {
  readonly orderId: OrderId;
  /** The newest drive of the order's workflow that asked. */
  readonly attempt: number;
  readonly status: 'arranged' | 'cancelled';
  readonly shipments: Readonly<Partial<Record<WarehouseId, ArrangedShipment>>>;
  /** Unknown where the cancellation came first. */
  readonly shopperId?: ShopperId;
  /** Parcels of returns, by the id of the return. */
  readonly returns?: Readonly<Record<string, ParcelTimes>>;
  /** Destination, until the last parcel is delivered. */
  readonly address?: Address;
  /** The version that was read; 0 for what is not written yet. */
  readonly version: number;
}

/** Result of a command, with the change to write, if there is one. */
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
  if (earlier && attempt < earlier.attempt) return { result: { outcome: 'rejected', reason: 'newer_attempt' } };
  if (earlier?.status === 'cancelled') {
    return { result: { outcome: 'rejected', reason: 'cancelled' }, ...raisedTo(attempt, earlier) };
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

/** Cancels every shipment, and rejects late ones. The address is deleted. */
export function decideCancel(
  earlier: OrderShipments | undefined,
  { orderId, attempt }: CancelShipmentsRequest,
): Decision<CancelShipmentsResult> {
  if (earlier && attempt < earlier.attempt) return { result: { outcome: 'rejected', reason: 'newer_attempt' } };
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

/** Packs every shipment of a confirmed order, unless it was stopped; which ones the carrier has to be asked for is the result. */
export function decidePack(
  order: OrderShipments,
  now: string,
): Decision<{ readonly outcome: 'packed' | 'stopped'; readonly toBook: readonly ArrangedShipment[] }> {
  if (order.status === 'cancelled') return { result: { outcome: 'stopped', toBook: [] } };
  const packed = withParcels(order, ({ parcel }) => parcel ?? { PACKED: now });
  const toBook = shipmentsOf(packed).filter(({ parcel }) => parcel && statusOf(parcel) === 'PACKED');
  return { result: { outcome: 'packed', toBook }, ...changed(order, packed) };
}

/**
 * Records a report of the carrier about a parcel. Reports may be late, duplicated or out of order: the status never
 * goes back.
 */
export function decideReport(
  order: OrderShipments | undefined,
  { shipmentId, ...report }: CarrierReport,
): Decision<'published' | 'known' | 'stopped' | 'unknown_parcel'> {
  const shipment = shipmentsOf(order).find((each) => each.shipmentId === shipmentId);
  if (!order || !shipment?.parcel) return { result: 'unknown_parcel' };
  if (order.status === 'cancelled') return { result: 'stopped' };
  const next = withParcels(order, ({ shipmentId: id, parcel }) =>
    parcel && id === shipmentId ? reported(parcel, report) : parcel,
  );
  const change = changed(order, next);
  return { result: change.change ? 'published' : 'known', ...change };
}

/** Records a return, once. The carrier has to be called until the return is picked up. */
export function decideFetch(
  order: OrderShipments,
  { returnId, warehouse }: { readonly returnId: ReturnId; readonly warehouse: WarehouseId },
  now: string,
): Decision<{ readonly toBook?: string }> {
  const times = order.returns?.[returnId] ?? { PACKED: now };
  const carrier = (order.shipments[warehouse] ?? shipmentsOf(order)[0])?.carrier;
  const result = statusOf(times) === 'PACKED' && carrier !== undefined ? { toBook: carrier } : {};
  return order.returns?.[returnId]
    ? { result }
    : { result, change: { next: withReturn(order, returnId, times), events: [] } };
}

/** Records a report of the carrier about a return. It is received once, and lost once. */
export function decideReturnReport(
  order: OrderShipments | undefined,
  { shipmentId, ...report }: CarrierReport,
): Decision<'published' | 'known' | 'unknown_parcel'> {
  const returnId = ReturnId.safeParse(shipmentId).data;
  const before = returnId && order?.returns?.[returnId];
  if (!order || !before) return { result: 'unknown_parcel' };
  const after = reported(before, report);
  if (after === before) return { result: 'known' };
  const { orderId } = order;
  const isReceived = before.DELIVERED === undefined && after.DELIVERED !== undefined;
  const isLost = before.LOST === undefined && after.LOST !== undefined && after.DELIVERED === undefined;
  const events = [
    ...(isReceived ? [ReturnReceived.build(orderId, { orderId, returnId, at: after.DELIVERED })] : []),
    ...(isLost ? [ReturnLost.build(orderId, { orderId, returnId, at: after.LOST })] : []),
  ];
  return { result: 'published', change: { next: withReturn(order, returnId, after), events } };
}

const withReturn = (order: OrderShipments, returnId: ReturnId, times: ParcelTimes): OrderShipments => ({
  ...order,
  returns: { ...order.returns, [returnId]: times },
});

/**
 * Decides whether every shipment of an order can be stopped, as far as this service knows. For packed parcels, the
 * carrier decides.
 */
export function decideStop(order: OrderShipments): {
  readonly result: StopShipmentsResult;
  /** The carrier's to say, before anything is written. */
  readonly recall: readonly string[];
  readonly change?: NonNullable<Decision<StopShipmentsResult>['change']>;
} {
  if (order.status === 'cancelled') return { result: { outcome: 'stopped' }, recall: [] };
  const shipments = shipmentsOf(order);
  if (shipments.some(({ parcel }) => parcel && statusOf(parcel) !== 'PACKED'))
    return { result: { outcome: 'left' }, recall: [] };
  const { orderId } = order;
  const { address: _, ...kept } = order;
  return {
    result: { outcome: 'stopped' },
    recall: shipments.flatMap(({ shipmentId, parcel }) => (parcel ? [shipmentId] : [])),
    change: {
      next: { ...kept, status: 'cancelled' },
      events: shipments.map(({ shipmentId }) => ShipmentCancelled.build(orderId, { orderId, shipmentId })),
    },
  };
}

/** Replaces the parcels of an order. With the delivery of the last one, the address is deleted. */
function withParcels(
  order: OrderShipments,
  parcelOf: (shipment: ArrangedShipment) => ParcelTimes | undefined,
): OrderShipments {
  const parcels = shipmentsOf(order).map(({ warehouse, ...shipment }) => {
    const parcel = parcelOf(shipment);
    return [warehouse, { ...shipment, ...(parcel && { parcel }) }] as const;
  });
  const next: OrderShipments = { ...order, shipments: Object.fromEntries(parcels) };
  if (!parcels.every(([, { parcel }]) => parcel && statusOf(parcel) === 'DELIVERED')) return next;
  const { address: _, ...delivered } = next;
  return delivered;
}

/** Write and events between two states. */
function changed(before: OrderShipments, after: OrderShipments): Pick<Decision<never>, 'change'> {
  const { orderId } = before;
  const pairs = shipmentsOf(after).map(({ warehouse, shipmentId, parcel = {} }) => ({
    shipmentId,
    was: before.shipments[warehouse]?.parcel ?? {},
    is: parcel,
  }));
  if (pairs.every(({ was, is }) => ParcelStatus.options.every((status) => was[status] === is[status]))) return {};
  const events = pairs.flatMap(({ shipmentId, was, is }) => parcelEvents({ orderId, shipmentId }, was, is));
  return { change: { next: after, events } };
}

/** The order of a shipment or a return; nothing for an id that is none of the shop's. */
export function orderOf(parcelId: string): OrderId | undefined {
  const hash = /^(?:shp_([0-9a-f]{32})_(?:north|south)|ret_([0-9a-f]{32})_[0-9a-f]{8})$/
    .exec(parcelId)
    ?.slice(1)
    .join('');
  return OrderId.safeParse(`ord_${hash}`).data;
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

/** Id of the shipment of an order and a warehouse: there is one each. */
const shipmentIdOf = (orderId: OrderId, warehouse: WarehouseId): string =>
  `${orderId.replace(/^ord_/, 'shp_')}_${warehouse}`;

const arranged = (shipmentId: string, warehouse: WarehouseId): ArrangeShipmentResult => ({
  outcome: 'arranged',
  shipmentId,
  warehouse,
});

/** Notes a newer attempt, so that from now on the older ones are rejected. */
function raisedTo<Result>(attempt: number, earlier: OrderShipments): Pick<Decision<Result>, 'change'> {
  return attempt > earlier.attempt ? { change: { next: { ...earlier, attempt }, events: [] } } : {};
}
