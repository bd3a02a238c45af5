import type {
  Address,
  CancelReason,
  Money,
  OrderId,
  OrderStatus,
  PaymentMethod,
  PricedLine,
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
  readonly placedAt: string;
}

/** An order as it stands. What else it has depends on how far it came. */
export type Order = PlacedOrder & {
  /** Which drive of the workflow counts; older ones are refused. */
  readonly attempt: number;
  /** Rises with every write, and guards it. */
  readonly version: number;
  readonly history: readonly { readonly status: OrderStatus; readonly at: string }[];
} & Progress;

export type Progress =
  | { readonly status: 'PLACED' }
  | { readonly status: 'CONFIRMED'; readonly shipments: readonly OrderShipment[] }
  | { readonly status: 'CANCELLED'; readonly reason: CancelReason };

/** What can happen to an order. */
export type OrderEvent =
  | { readonly type: 'placed'; readonly order: PlacedOrder }
  | { readonly type: 'confirmed'; readonly at: string; readonly shipments: readonly OrderShipment[] }
  | { readonly type: 'cancelled'; readonly at: string; readonly reason: CancelReason };

/** The order after an event. */
export function evolve(order: Order | undefined, event: OrderEvent): Order {
  switch (event.type) {
    case 'placed': {
      const { placedAt } = event.order;
      return {
        ...event.order,
        attempt: 1,
        version: 1,
        status: 'PLACED',
        history: [{ status: 'PLACED', at: placedAt }],
      };
    }
    case 'confirmed':
      return moved(existing(order), event.at, { status: 'CONFIRMED', shipments: event.shipments });
    case 'cancelled':
      return moved(existing(order), event.at, { status: 'CANCELLED', reason: event.reason });
  }
}

function moved(order: Order, at: string, progress: Progress): Order {
  const history = [...order.history, { status: progress.status, at }];
  return { ...order, version: order.version + 1, history, ...progress };
}

function existing(order: Order | undefined): Order {
  if (!order) throw new Error('Nothing can happen to an order that was not placed');
  return order;
}
