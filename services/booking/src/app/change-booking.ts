import type { BookingId } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import { type Booking, type BookingEvent, evolve } from '../domain/booking.ts';
import { factsOf } from '../domain/booking-facts.ts';
import type { BookingDecision } from '../domain/decide.ts';
import type { Bookings } from '../ports.ts';

export type Changed<Rejection extends string> =
  | { readonly outcome: 'happened'; readonly booking: Booking }
  | { readonly outcome: 'rejected'; readonly reason: Rejection | 'unknown_booking' };

/** Decides on the stored booking and writes the event. After a lost race, it decides again on the new state. */
export function changeBooking<Rejection extends string>(
  bookings: Pick<Bookings, 'get' | 'save'>,
  bookingId: BookingId,
  decide: (booking: Booking) => BookingDecision<Rejection>,
): Promise<Changed<Rejection>> {
  return retryOnConflict<Changed<Rejection>>(async () => {
    const booking = await bookings.get(bookingId);
    if (!booking) return { outcome: 'rejected', reason: 'unknown_booking' };
    const decision = decide(booking);
    if (decision.outcome === 'rejected') return decision;
    if (decision.outcome === 'happened') return { outcome: 'happened', booking };
    const next = await saveEvent(bookings, booking, decision.event);
    return next === 'changed' ? 'changed' : { outcome: 'happened', booking: next };
  });
}

/** Writes an event of a booking with the events to publish. Returns the new booking, or `changed` after a lost race. */
export async function saveEvent(
  bookings: Pick<Bookings, 'save'>,
  booking: Booking,
  event: BookingEvent,
): Promise<Booking | 'changed'> {
  const next = evolve(booking, event);
  return (await bookings.save(next, factsOf(booking, next))) === 'saved' ? next : 'changed';
}
