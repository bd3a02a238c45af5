import { BookingId } from '@waypost/contracts';
import { queryIndex } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import type { PendingBookings } from '../ports.ts';
import { PENDING_INDEX } from './booking-item.ts';

/** Pending bookings by the index `pending`, oldest change first. */
export function pendingBookings(): PendingBookings {
  return {
    unchangedSince: async (before, limit) => {
      const query = { tableName: tableName(), index: 'pending', partition: PENDING_INDEX, before, limit };
      return (await queryIndex(query)).items.map(({ bookingId }) => BookingId.parse(bookingId));
    },
  };
}
