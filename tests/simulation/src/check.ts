import type { OrderId } from '@waypost/contracts';
import type { Order } from 'order/simulation';
import type { World } from './world.ts';

/**
 * Describes a violation of an invariant, if there is one. `orders` are those that changed since the last check, so that a large world
 * costs no more per step than a small one; at the end they are all orders.
 */
export type Check = (world: World, orders: ReadonlyMap<OrderId, Order>) => string | undefined;
