import { OrderId } from '@waypost/contracts';
import { queryIndex } from '@waypost/service-kit';
import { config } from '../config.ts';
import type { ExpiredReservations } from '../ports.ts';
import { HELD } from './stock-items.ts';

/** Expired reservations by the index `expiry`, earliest expiry first. */
export function expiredReservations(): ExpiredReservations {
  const { TABLE_NAME: tableName } = config();
  return {
    heldUntil: async (before, limit) =>
      (await queryIndex({ tableName, index: 'expiry', partition: HELD, before, limit })).items.map(({ orderId }) =>
        OrderId.parse(orderId),
      ),
  };
}
