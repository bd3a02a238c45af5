import { ListReturnsInReview } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { returnsInReview } from '../../adapters/order-pages.ts';

export const handler = httpFunction(ListReturnsInReview, async ({ query }) => ({
  body: await returnsInReview().pageOf(query),
}));
