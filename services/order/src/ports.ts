import type { DomainEvent, OrderId, OrderSummary, ShopperId, Sku } from '@waypost/contracts';
import type { Order } from './domain/order.ts';
import type { PricedProduct } from './domain/price-lines.ts';
import type { ExecutionState } from './domain/redrive.ts';
import type { WaitAnswer } from './domain/waiting.ts';

/** What reads and keeps orders. Each write carries what it tells the shop. */
export interface Orders {
  /** Adds the order, or gives the one that is there under its id already. */
  readonly add: (
    order: Order,
    events: readonly DomainEvent[],
  ) => Promise<{ readonly added: boolean; readonly order: Order }>;
  readonly get: (orderId: OrderId) => Promise<Order | undefined>;
  /** Writes the next version, unless somebody else did. */
  readonly save: (next: Order, events: readonly DomainEvent[]) => Promise<'saved' | 'changed'>;
}

/** Finds orders without a decision. */
export interface UndecidedOrders {
  /** Those that nobody wrote since then, the oldest first, at most `limit`. */
  readonly unchangedSince: (then: string, limit: number) => Promise<readonly OrderId[]>;
}

/** One page of a shopper's orders, newest first. */
export interface OrderPages {
  readonly pageOf: (
    shopperId: ShopperId,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ) => Promise<{ readonly items: OrderSummary[]; readonly cursor?: string }>;
}

/** The order service's own view of the catalogue. */
export interface Products {
  /** Those of the SKUs that are known. */
  readonly bySku: (skus: readonly Sku[]) => Promise<ReadonlyMap<Sku, PricedProduct>>;
}

/** Where the view is written. */
export interface ProductProjection {
  /** Keeps the product unless a newer version of it is known. */
  readonly keep: (product: PricedProduct & { readonly productVersion: number }) => Promise<'kept' | 'older'>;
}

/** What drives an order. */
export interface OrderWorkflow {
  /** Starts the drive of the order's attempt; once it was started, starting it again does nothing. */
  readonly start: (order: Order) => Promise<'started' | 'started_before'>;
  /** What became of the drive of the order's attempt. */
  readonly stateOf: (order: Order) => Promise<ExecutionState>;
  /** Tells a waiting task; one that waits no more goes its way without. */
  readonly tell: (taskToken: string, answer: WaitAnswer) => Promise<'told' | 'over'>;
}

/** Where orders wait for an operator, with an alarm. */
export type ParkedOrders = (order: Order, reason: string) => Promise<void>;

/** Who knows what has left of an order. */
export interface Shipping {
  /** Stops all that it sends, or nothing. */
  readonly stop: (order: Order) => Promise<'stopped' | 'left'>;
}
