import { ListOrders } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { orderPages } from '../../adapters/order-pages.ts';

export const handler = httpFunction(ListOrders, async ({ shopperId, query }) => ({
  body: await orderPages().pageOf(shopperId, query),
}));
