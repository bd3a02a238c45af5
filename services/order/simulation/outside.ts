import type { Money, OrderId, Sku } from '@waypost/contracts';
import type { PricedProduct } from '../src/domain/order/price-lines.ts';
import type { ExecutionState } from '../src/domain/recovery/redrive.ts';
import type { Orders, Shipping } from '../src/ports.ts';

/** Executions of the order workflow, by name. */
export interface Executions {
  /** Starts an execution of the workflow, or reports that its name is taken. */
  readonly start: (name: string, input: unknown) => 'started' | 'started_before';
  readonly stateOf: (name: string) => ExecutionState;
  /** Tells a waiting task its output, as JSON. */
  readonly complete: (taskToken: string, output: string) => 'completed' | 'over';
}

/** Services and clients around the order service. */
export interface Outside {
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  readonly products: ReadonlyMap<Sku, PricedProduct>;
  readonly executions: Executions;
  /** Above which total a person looks at an order. */
  readonly reviewThreshold: Money;
  /** Stops the shipments of an order. */
  readonly shipping: Shipping;
  /** Told of orders that wait for an operator. */
  readonly park: (orderId: OrderId) => void;
  /** Swaps in another store, e.g. one with a bug. */
  readonly orders?: (orders: Orders) => Orders;
  /** The same, only where the workflow begins to wait. */
  readonly waitingOrders?: (orders: Orders) => Orders;
}
