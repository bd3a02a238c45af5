import type { BookingId, RedriveBookingResult } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import { decideRedrive } from '../domain/redrive.ts';
import type { Bookings, BookingWorkflow, ParkedBookings } from '../ports.ts';
import { saveEvent } from './change-booking.ts';

export interface RedrivePorts {
  readonly bookings: Pick<Bookings, 'get' | 'save'>;
  readonly workflow: BookingWorkflow;
  readonly park: ParkedBookings;
  readonly now: string;
}

type Redriven = RedriveBookingResult | { readonly outcome: 'parked' };

/**
 * Redrives a booking without a decision: starts an execution that never began, or the next attempt after one that
 * ended. A booking with too many attempts is parked for an operator.
 */
export function redriveBooking(
  { bookings, workflow, park, now: at }: RedrivePorts,
  bookingId: BookingId,
  by: 'sweeper' | 'operator',
): Promise<Redriven> {
  return retryOnConflict<Redriven>(async () => {
    const booking = await bookings.get(bookingId);
    if (!booking) return { outcome: 'unknown_booking' };
    const { attempt } = booking;
    const decision = decideRedrive(booking, { execution: await workflow.stateOf(booking), by, at });
    switch (decision.do) {
      case 'nothing':
        return decision.reason === 'running' ? { outcome: 'running', attempt } : { outcome: decision.reason };
      case 'start':
        await workflow.start(booking);
        return { outcome: 'started', attempt };
      case 'raise': {
        const next = await saveEvent(bookings, booking, decision.event);
        if (next === 'changed') return 'changed';
        await workflow.start(next);
        return { outcome: 'started', attempt: next.attempt };
      }
      case 'park':
        // The letter first: a crash in between parks it twice, and never silently.
        await park(booking, `Not decided after ${attempt} attempts`);
        return (await saveEvent(bookings, booking, decision.event)) === 'changed' ? 'changed' : { outcome: 'parked' };
    }
  });
}
