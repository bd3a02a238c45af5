import type {
  Address,
  CancelReason,
  Money,
  OrderId,
  OrderStatus,
  PaymentMethod,
  PricedLine,
  ReviewDecision,
  ReviewReason,
  ShopperId,
  WarehouseId,
} from '@waypost/contracts';

/** A shipment as an order knows it. */
export interface OrderShipment {
  readonly shipmentId: string;
  readonly warehouse: WarehouseId;
}

/** What never changes of an order. */
export interface PlacedOrder {
  readonly orderId: OrderId;
  readonly shopperId: ShopperId;
  readonly lines: readonly PricedLine[];
  readonly total: Money;
  readonly shippingAddress: Address;
  readonly paymentMethod: PaymentMethod;
  /** Hash of the request, which tells a repeated one from another one under the same key. */
  readonly bodyHash: string;
  /** One id from the shopper's click to the last mail, also for what drives the order again. */
  readonly correlationId: string;
  readonly placedAt: string;
}

/** What was decided on an order while it is driven; recorded first, and only then told to whoever waits for it. */
export interface Decisions {
  readonly review?: ReviewDecision;
  /** What came of the shopper's authentication of the payment. */
  readonly authentication?: 'authorized' | 'declined';
  /** The shopper asked for it. */
  readonly cancellation?: 'requested';
  /** Why the order ends. From then on nothing is done for it any more, only undone. */
  readonly undoing?: CancelReason;
}

/** An order as it stands. What else it has depends on how far it came. */
export type Order = PlacedOrder & {
  /** Which drive of the workflow counts; older ones are refused. */
  readonly attempt: number;
  /** Rises with every write, and guards it. */
  readonly version: number;
  /** When it was written last. */
  readonly changedAt: string;
  readonly history: readonly { readonly status: OrderStatus; readonly at: string }[];
  readonly decisions: Decisions;
  /** Driven again in vain so often that an operator has to look at it. */
  readonly parked?: true;
} & Progress;

export type Progress =
  | { readonly status: 'PLACED' }
  | { readonly status: 'IN_REVIEW'; readonly because: readonly ReviewReason[]; readonly taskToken: string }
  | { readonly status: 'AWAITING_PAYMENT'; readonly nextActionUrl: string; readonly taskToken: string }
  | { readonly status: 'CONFIRMED'; readonly shipments: readonly OrderShipment[] }
  | { readonly status: 'CANCELLED'; readonly reason: CancelReason };

/** An order that can still end either way. */
export type UndecidedOrder = Extract<Order, { readonly status: 'PLACED' | 'IN_REVIEW' | 'AWAITING_PAYMENT' }>;

export const isUndecided = (order: Order): order is UndecidedOrder =>
  order.status !== 'CONFIRMED' && order.status !== 'CANCELLED';

/** What can happen to an order; `at` is when. */
export type OrderEvent =
  | { readonly type: 'placed'; readonly order: PlacedOrder }
  | ({ readonly at: string } & (
      | { readonly type: 'moved'; readonly to: Progress }
      | { readonly type: 'decided'; readonly decision: Decisions }
      /** It is driven again, by the next attempt. */
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
    case 'decided':
      return { ...next, decisions: { ...next.decisions, ...event.decision } };
    case 'redriven': {
      const { parked: _, ...again } = next;
      return { ...again, attempt: next.attempt + 1 };
    }
    case 'parked':
      return { ...next, parked: true };
  }
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

/** Where it stands takes the place of where it stood, with all that belonged to that. */
function moved(order: Order, at: string, progress: Progress): Order {
  const { orderId, shopperId, lines, total, shippingAddress, paymentMethod, bodyHash, correlationId, placedAt } = order;
  const given = { orderId, shopperId, lines, total, shippingAddress, paymentMethod, bodyHash, correlationId, placedAt };
  const { attempt, version, changedAt, decisions } = order;
  const isNew = progress.status !== order.status;
  const history = isNew ? [...order.history, { status: progress.status, at }] : order.history;
  return { ...given, attempt, version, changedAt, decisions, history, ...progress };
}

function existing(order: Order | undefined): Order {
  if (!order) throw new Error('Nothing can happen to an order that was not placed');
  return order;
}
