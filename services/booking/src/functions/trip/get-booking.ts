import { BookingId, GetBooking } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { bookingTable } from '../../adapters/booking-table.ts';
import { showBooking } from '../../app/show-booking.ts';

export const handler = httpFunction(GetBooking, async ({ parameters, shopperId }, context) => {
  const bookingId = BookingId.safeParse(parameters.id).data;
  const booking = bookingId && (await showBooking({ bookings: bookingTable(context) }, bookingId, shopperId));
  if (!booking) throw new ProblemError('not-found', `The booking ${parameters.id} doesn't exist.`);
  return { body: booking, ...(booking.status === 'PENDING' && { headers: { 'retry-after': '1' } }) };
});
