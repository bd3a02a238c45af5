import type { BookingId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import { isUnfinished } from '../domain/booking.ts';
import type { Bookings, BookingWorkflow } from '../ports.ts';

interface Ports {
  readonly bookings: Pick<Bookings, 'get'>;
  readonly workflow: Pick<BookingWorkflow, 'start'>;
}

/** Starts the workflow of a pending booking. A duplicate or late event starts nothing twice. */
export async function startBooking(
  { bookings, workflow }: Ports,
  bookingId: BookingId,
): Promise<'started' | 'started_before' | 'decided'> {
  const booking = await bookings.get(bookingId);
  if (!booking) throw new PermanentError(`There is no booking ${bookingId}`);
  return isUnfinished(booking) ? workflow.start(booking) : 'decided';
}
