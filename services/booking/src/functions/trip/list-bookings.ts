import { ListBookings } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { bookingPages } from '../../adapters/booking-pages.ts';

export const handler = httpFunction(ListBookings, async ({ shopperId, query }) => ({
  body: await bookingPages().pageOf(shopperId, query),
}));
