import { OrderSummary } from '@waypost/contracts';
import { queryIndex } from '@waypost/service-kit';
import * as z from 'zod';
import { tableName } from '../config.ts';
import { isInReview, type Return } from '../domain/return/return.ts';
import type { OrderPages, ReturnPages } from '../ports.ts';
import { RETURNS_IN_REVIEW } from './order-item.ts';

/** A shopper's orders by the index `shopper`, newest first. */
export function orderPages(): OrderPages {
  return {
    pageOf: async (shopperId, page) => {
      const query = { tableName: tableName(), index: 'shopper', partition: shopperId, descending: true, ...page };
      const { items, ...next } = await queryIndex(query);
      return { items: items.map((item) => OrderSummary.parse(item)), ...next };
    },
  };
}

const Found = z.object({ orderId: OrderSummary.shape.orderId, returns: z.custom<readonly Return[]>(Array.isArray) });

/** Returns in review by the index `returns` of their orders, longest wait first. A page holds all returns in review of its orders. */
export function returnsInReview(): ReturnPages {
  return {
    pageOf: async (page) => {
      const query = { tableName: tableName(), index: 'returns', partition: RETURNS_IN_REVIEW, ...page };
      const { items, ...next } = await queryIndex(query);
      const found = items.map((item) => Found.parse(item));
      return {
        items: found.flatMap(({ orderId, returns }) =>
          returns.filter(isInReview).map(({ returnId, status, refund, history }) => {
            const since = history.findLast((step) => step.status === status)?.at ?? '';
            return { orderId, returnId, status, refund, since };
          }),
        ),
        ...next,
      };
    },
  };
}
