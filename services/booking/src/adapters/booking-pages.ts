import { BookingSummary, Flight, Hotel } from '@waypost/contracts';
import { queryIndex } from '@waypost/service-kit';
import { tableName } from '../config.ts';
import type { BookingPages } from '../ports.ts';

const Found = BookingSummary.omit({ from: true, to: true, hotelName: true }).extend({ flight: Flight, hotel: Hotel });

/** A shopper's bookings by the index `shopper`, newest first. */
export function bookingPages(): BookingPages {
  return {
    pageOf: async (shopperId, page) => {
      const query = { tableName: tableName(), index: 'shopper', partition: shopperId, descending: true, ...page };
      const { items, ...next } = await queryIndex(query);
      return { items: items.map(summaryOf), ...next };
    },
  };
}

function summaryOf(item: unknown): BookingSummary {
  const { flight, hotel, ...summary } = Found.parse(item);
  return { ...summary, from: flight.from, to: flight.to, hotelName: hotel.name };
}
