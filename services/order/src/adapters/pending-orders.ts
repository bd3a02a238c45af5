import { OrderId } from '@waypost/contracts';
import { queryIndex } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import type { PendingOrders } from '../ports.ts';
import { PENDING_INDEX } from './order-item.ts';

/** Pending orders by the index `pending`, oldest change first. */
export function pendingOrders(): PendingOrders {
  return {
    unchangedSince: async (before, limit) => {
      const query = { tableName: tableName(), index: 'pending', partition: PENDING_INDEX, before, limit };
      return (await queryIndex(query)).items.map(({ orderId }) => OrderId.parse(orderId));
    },
  };
}
