import type { OrderId } from '@waypost/contracts';
import type { Order } from 'order/simulation';
import type { World } from './world.ts';

/** Says what is wrong, if anything is. */
export type Check = (world: World, orders: ReadonlyMap<OrderId, Order>) => string | undefined;
