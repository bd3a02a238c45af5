import type {
  CartId,
  DomainEvent,
  Money,
  OrderId,
  OrderSummary,
  ReturnInReview,
  ShopperId,
  Sku,
} from '@waypost/contracts';
import type { KeptCart, KeptLine } from './domain/cart/cart.ts';
import type { Availability } from './domain/cart/cart-view.ts';
import type { Order } from './domain/order/order.ts';
import type { PricedProduct } from './domain/order/price-lines.ts';
import type { ExecutionState } from './domain/recovery/redrive.ts';
import type { WaitAnswer } from './domain/order/waiting.ts';

/** Store of orders. Each write carries the events to publish. */
export interface Orders {
  /** Adds the order, or gives the one that is there under its id already. */
  readonly add: (
    order: Order,
    events: readonly DomainEvent[],
  ) => Promise<{ readonly added: boolean; readonly order: Order }>;
  readonly get: (orderId: OrderId) => Promise<Order | undefined>;
  /** Writes the next version, on condition that the stored version is the previous one. */
  readonly save: (next: Order, events: readonly DomainEvent[]) => Promise<'saved' | 'changed'>;
}

/** Finds orders without a decision. */
export interface PendingOrders {
  /** Orders that were last changed before a time, oldest first, at most `limit`. */
  readonly unchangedSince: (then: string, limit: number) => Promise<readonly OrderId[]>;
}

/** One page of a shopper's orders, newest first. */
export interface OrderPages {
  readonly pageOf: (
    shopperId: ShopperId,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ) => Promise<{ readonly items: OrderSummary[]; readonly cursor?: string }>;
}

/** Lists the returns that wait for an operator, longest wait first. */
export interface ReturnPages {
  readonly pageOf: (page: {
    readonly limit: number;
    readonly cursor?: string | undefined;
  }) => Promise<{ readonly items: ReturnInReview[]; readonly cursor?: string }>;
}

/** The order service's own view of the catalogue. */
export interface Products {
  /** Returns the known products among some SKUs. */
  readonly bySku: (skus: readonly Sku[]) => Promise<ReadonlyMap<Sku, PricedProduct>>;
}

/** Writes the projection of products. */
export interface ProductProjection {
  /** Keeps the product unless a newer version of it is known. */
  readonly keep: (product: PricedProduct & { readonly productVersion: number }) => Promise<'kept' | 'older'>;
}

/** Workflow of an order. */
export interface OrderWorkflow {
  /** Starts the drive of the order's attempt; once it was started, starting it again does nothing. */
  readonly start: (order: Order) => Promise<'started' | 'started_before'>;
  /** State of the execution of the order's attempt. */
  readonly stateOf: (order: Order) => Promise<ExecutionState>;
  /** Tells a waiting task; one that waits no more goes its way without. */
  readonly complete: (taskToken: string, answer: WaitAnswer) => Promise<'completed' | 'over'>;
}

/** Sends an order to the queue of parked orders, which has an alarm. */
export type ParkedOrders = (order: Order, reason: string) => Promise<void>;

/** Store of carts. A write returns the new cart, or `changed` if its condition failed. */
export interface Carts {
  /** A cart that is kept and not expired. */
  readonly get: (cartId: CartId) => Promise<KeptCart | undefined>;
  /** Makes a cart of one line, where there is none. */
  readonly begin: (cartId: CartId, line: KeptLine) => Promise<KeptCart | 'changed'>;
  /** Adds a line that isn't there yet, where there is room. */
  readonly addLine: (cartId: CartId, line: KeptLine) => Promise<KeptCart | 'changed'>;
  /** Changes a line that is there; the price that was seen stays unless another one is given. */
  readonly setQuantity: (
    cartId: CartId,
    line: { readonly sku: Sku; readonly quantity: number; readonly previousPrice?: Money },
  ) => Promise<KeptCart | 'changed'>;
  readonly removeLine: (cartId: CartId, sku: Sku) => Promise<KeptCart | 'changed'>;
  /** Writes both carts of a claim, or neither; the one that is left empty is claimed. Gives the shopper's own. */
  readonly move: (claim: {
    readonly from: CartWith;
    readonly into: CartWith;
    readonly shopperId: ShopperId;
  }) => Promise<KeptCart | 'changed'>;
}

/** A cart as it was read, and the lines that it is to have. */
interface CartWith {
  readonly cart: KeptCart;
  readonly lines: readonly KeptLine[];
}

/** Adds an order and empties the cart that it was made of, or does neither. */
export interface Checkout {
  readonly place: (order: Order, events: readonly DomainEvent[], cart: KeptCart) => Promise<'placed' | 'changed'>;
}

/** Stock of the warehouses. */
export interface StockView {
  /** Availability of products, as far as it is known. It never throws. */
  readonly availableOf: (skus: readonly Sku[]) => Promise<Availability>;
}

/** Stops the shipments of an order. */
export interface Shipping {
  /** Stops all that it sends, or nothing. */
  readonly stop: (order: Order) => Promise<'stopped' | 'left'>;
}
