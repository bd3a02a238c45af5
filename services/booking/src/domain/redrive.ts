import { type Booking, type BookingEvent, isUnfinished } from './booking.ts';

/** Maximum number of attempts before an operator has to resume the booking. */
export const MAX_ATTEMPTS = 5;

/** Action on a pending booking. */
export type RedriveDecision =
  | { readonly do: 'nothing'; readonly reason: 'decided' | 'running' | 'parked' }
  /** Its drive never began, or its event was lost: this attempt is started. */
  | { readonly do: 'start' }
  /** Its drive ended without a decision: the next attempt is written, then started. */
  | { readonly do: 'raise'; readonly event: BookingEvent }
  | { readonly do: 'park'; readonly event: BookingEvent };

/** Starts the next attempt, or parks a booking with too many. An operator may always start another. */
export function decideRedrive(
  booking: Booking,
  {
    execution,
    by,
    at,
  }: {
    readonly execution: 'never_started' | 'running' | 'over';
    readonly by: 'sweeper' | 'operator';
    readonly at: string;
  },
): RedriveDecision {
  if (!isUnfinished(booking)) return { do: 'nothing', reason: 'decided' };
  if (execution === 'running') return { do: 'nothing', reason: 'running' };
  if (booking.parked && by === 'sweeper') return { do: 'nothing', reason: 'parked' };
  if (execution === 'never_started') return { do: 'start' };
  if (by === 'sweeper' && booking.attempt >= MAX_ATTEMPTS) return { do: 'park', event: { type: 'parked', at } };
  return { do: 'raise', event: { type: 'redriven', at } };
}
