import type {
  Address,
  CancelReason,
  Money,
  OrderId,
  OrderStatus,
  Parcel,
  ParcelStatus,
  PaymentMethod,
  PricedLine,
  ReviewDecision,
  ReturnId,
  ReturnSettlement,
  ReturnStatus,
  ReviewReason,
  ShopperId,
  WarehouseId,
} from '@waypost/contracts';
import { parcelAfter } from './parcel.ts';
import { isReturnedAsAWhole, type Return, returnAfter } from '../return/return.ts';

/** A shipment as an order knows it. */
export interface OrderShipment {
  readonly shipmentId: string;
  readonly warehouse: WarehouseId;
  /** Its parcel, once that is packed. */
  readonly parcel?: Parcel;
}

/** Immutable part of an order. */
export interface PlacedOrder {
  readonly orderId: OrderId;
  readonly shopperId: ShopperId;
  readonly lines: readonly PricedLine[];
  readonly total: Money;
  readonly shippingAddress: Address;
  readonly paymentMethod: PaymentMethod;
  /** Hash of the request, which tells a repeated one from another one under the same key. */
  readonly bodyHash: string;
  /** Correlation id from the shopper's request to the last mail, also across redrives. */
  readonly correlationId: string;
  readonly placedAt: string;
}

/** Decisions on an order while its workflow runs. Each is recorded before the waiting task is completed. */
export interface Decisions {
  readonly review?: ReviewDecision;
  /** Outcome of the shopper's authentication of the payment. */
  readonly authentication?: 'authorized' | 'declined';
  /** The shopper asked for it before the order was confirmed. */
  readonly cancellation?: 'requested';
  /** The shopper asked for it afterwards: shipping says whether something has left. */
  readonly recall?: 'requested' | 'left';
  /** Why the order ends. From then on nothing is done for it any more, only undone. */
  readonly compensation?: CancelReason;
}

/** An order as it stands. What else it has depends on how far it came. */
export type Order = PlacedOrder & {
  /** Which drive of the workflow counts; older ones are rejected. */
  readonly attempt: number;
  /** Rises with every write, and guards it. */
  readonly version: number;
  /** When it was written last. */
  readonly changedAt: string;
  readonly history: readonly { readonly status: OrderStatus; readonly at: string }[];
  readonly decisions: Decisions;
  /** Time at which the payment provider confirmed the capture. */
  readonly settledAt?: string;
  /** The earliest first. */
  readonly returns?: readonly Return[];
  /** Number of times that the sweeper repeated a recall without a result. */
  readonly recallAttempts?: number;
  /** Failed too many attempts, so that an operator has to resume it. */
  readonly parked?: true;
} & Progress;

/** Statuses of a confirmed order, in their order. */
export const FULFILMENT = ['CONFIRMED', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'RETURNED'] as const;
type Fulfilment = (typeof FULFILMENT)[number];

export type Progress =
  | { readonly status: 'PLACED' }
  | { readonly status: 'IN_REVIEW'; readonly reason: readonly ReviewReason[]; readonly taskToken: string }
  | { readonly status: 'AWAITING_PAYMENT'; readonly nextActionUrl: string; readonly taskToken: string }
  | { readonly status: Fulfilment; readonly shipments: readonly OrderShipment[] }
  | { readonly status: 'CANCELLED'; readonly reason: CancelReason };

/** An order that can still end either way. */
export type PendingOrder = Extract<Order, { readonly status: 'PLACED' | 'IN_REVIEW' | 'AWAITING_PAYMENT' }>;

export const isPending = (order: Order): order is PendingOrder => order.status !== 'CANCELLED' && !isConfirmed(order);

/** An order that was confirmed, however far it is. */
export type ConfirmedOrder = Extract<Order, { readonly status: Fulfilment }>;

export const isConfirmed = (order: Order): order is ConfirmedOrder =>
  FULFILMENT.some((status) => status === order.status);

/**
 * Reports whether the workflow or the sweeper has work on the order: it is pending, or confirmed with a requested
 * cancellation.
 */
export const isUnfinished = (order: Order): boolean =>
  isPending(order) ||
  (order.status === 'CONFIRMED' &&
    (order.decisions.recall === 'requested' || order.decisions.compensation !== undefined));

/** Events of an order. `at` is the time of the event. */
export type OrderEvent =
  | { readonly type: 'placed'; readonly order: PlacedOrder }
  | ({ readonly at: string } & (
      | { readonly type: 'moved'; readonly to: Progress }
      | { readonly type: 'decided'; readonly decision: Decisions }
      /** A parcel reached a status at the time `since`. The report may arrive late. */
      | {
          readonly type: 'parcel_reported';
          readonly shipmentId: string;
          readonly status: ParcelStatus;
          readonly since: string;
        }
      | { readonly type: 'settled' }
      | { readonly type: 'return_requested'; readonly requested: Return }
      | {
          readonly type: 'return_reported';
          readonly returnId: ReturnId;
          readonly status: ReturnStatus;
          readonly since: string;
          readonly refunded?: Money;
        }
      | { readonly type: 'return_settled'; readonly returnId: string; readonly settlement: ReturnSettlement }
      /** Shipping stopped all shipments, so the next attempt compensates the order. */
      | { readonly type: 'recalled' }
      /** The sweeper repeated a recall, and shipping was unavailable. */
      | { readonly type: 'recall_failed' }
      /** The next attempt of the workflow begins. */
      | { readonly type: 'redriven' }
      | { readonly type: 'parked' }
    ));

/** The order after an event. */
export function evolve(order: Order | undefined, event: OrderEvent): Order {
  if (event.type === 'placed') return placed(event.order);
  const { version, ...rest } = existing(order);
  const next = { ...rest, version: version + 1, changedAt: event.at };
  switch (event.type) {
    case 'moved':
      return moved(next, event.at, event.to);
    case 'decided': {
      const decisions = { ...next.decisions, ...event.decision };
      return { ...(event.decision.recall === 'left' ? answered(next) : next), decisions };
    }
    case 'redriven': {
      const { parked: _, ...again } = next;
      return { ...again, attempt: next.attempt + 1 };
    }
    case 'parked':
      return { ...next, parked: true };
    case 'parcel_reported':
      return fulfilled(withParcel(next, event), event.at);
    case 'settled':
      return fulfilled({ ...next, settledAt: event.at }, event.at);
    case 'return_requested':
      return { ...next, returns: [...(next.returns ?? []), event.requested] };
    case 'return_reported': {
      const { returnId, status, since, refunded } = event;
      const report = { status, at: since, ...(refunded && { refunded }) };
      return fulfilled(
        withReturn(next, returnId, (each) => returnAfter(each, report)),
        event.at,
      );
    }
    case 'return_settled': {
      const { at, returnId, settlement } = event;
      return withReturn(next, returnId, (each) =>
        settlement === 'close'
          ? returnAfter(each, { status: 'CLOSED', at })
          : { ...each, refundRequests: (each.refundRequests ?? 0) + 1 },
      );
    }
    case 'recalled': {
      const decisions: Decisions = { ...next.decisions, compensation: 'customer_request' };
      return { ...answered(next), decisions, attempt: next.attempt + 1 };
    }
    case 'recall_failed':
      return { ...next, recallAttempts: (next.recallAttempts ?? 0) + 1 };
  }
}

/** The order without the record of a recall that had no result yet. */
function answered(order: Order): Order {
  const { recallAttempts: _, parked: __, ...rest } = order;
  return rest;
}

function placed(order: PlacedOrder): Order {
  const { placedAt } = order;
  return {
    ...order,
    attempt: 1,
    version: 1,
    changedAt: placedAt,
    decisions: {},
    status: 'PLACED',
    history: [{ status: 'PLACED', at: placedAt }],
  };
}

/** Replaces the status of an order and the fields that belong to it. */
function moved(order: Order, at: string, progress: Progress): Order {
  const { orderId, shopperId, lines, total, shippingAddress, paymentMethod, bodyHash, correlationId, placedAt } = order;
  const given = { orderId, shopperId, lines, total, shippingAddress, paymentMethod, bodyHash, correlationId, placedAt };
  const { attempt, version, changedAt, decisions, settledAt } = order;
  const isNew = progress.status !== order.status;
  const history = isNew ? [...order.history, { status: progress.status, at }] : order.history;
  const kept = { attempt, version, changedAt, decisions, history, ...(settledAt && { settledAt }) };
  return { ...given, ...kept, ...progress };
}

function withReturn(order: Order, returnId: string, change: (before: Return) => Return): Order {
  const returns = order.returns?.map((each) => (each.returnId === returnId ? change(each) : each));
  return { ...order, ...(returns && { returns }) };
}

function withParcel(
  order: Order,
  { shipmentId, status, since }: { shipmentId: string; status: ParcelStatus; since: string },
): Order {
  if (!isConfirmed(order)) return order;
  const shipments = order.shipments.map((shipment) =>
    shipment.shipmentId === shipmentId
      ? { ...shipment, parcel: parcelAfter(shipment.parcel, { status, at: since }) }
      : shipment,
  );
  return { ...order, shipments };
}

/**
 * Advances a confirmed order by its parcels, its payment and its returns, in whichever order they change. Skipped
 * statuses are added to the history, and the status never goes back.
 */
function fulfilled(order: Order, at: string): Order {
  if (!isConfirmed(order) || order.decisions.compensation) return order;
  const parcels = order.shipments.map(({ parcel }) => parcel?.status ?? 'PACKED');
  const isDelivered = parcels.every((status) => status === 'DELIVERED');
  const isAt: Readonly<Record<Fulfilment, boolean>> = {
    CONFIRMED: true,
    SHIPPED: parcels.some((status) => status !== 'PACKED'),
    DELIVERED: isDelivered,
    COMPLETED: isDelivered && order.settledAt !== undefined,
    RETURNED: isReturnedAsAWhole(order),
  };
  const ahead = FULFILMENT.slice(FULFILMENT.indexOf(order.status) + 1).filter((status) => isAt[status]);
  const decisions: Decisions =
    order.decisions.recall === 'requested' && ahead.length > 0
      ? { ...order.decisions, recall: 'left' }
      : order.decisions;
  const history = [...order.history, ...ahead.map((status) => ({ status, at }))];
  return { ...order, status: ahead.at(-1) ?? order.status, decisions, history };
}

function existing(order: Order | undefined): Order {
  if (!order) throw new Error('Nothing can happen to an order that was not placed');
  return order;
}
