import type { OrderId, OrderSummary, ShopperId, Sku } from '@waypost/contracts';
import type { Order } from './domain/order.ts';
import type { PricedProduct } from './domain/price-lines.ts';

/** What reads and keeps orders. Each write carries what the order tells the shop. */
export interface Orders {
  /** Adds the order, or gives the one that is there under its id already. */
  readonly add: (order: Order) => Promise<{ readonly added: boolean; readonly order: Order }>;
  readonly get: (orderId: OrderId) => Promise<Order | undefined>;
  /** Writes the next version, unless somebody else did. */
  readonly save: (next: Order) => Promise<'saved' | 'changed'>;
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
  readonly start: (order: Order, correlationId: string) => Promise<'started' | 'started_before'>;
}
