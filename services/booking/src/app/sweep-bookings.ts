import { sweep, type SweepResult } from '@waypost/service-kit';
import type { PendingBookings } from '../ports.ts';
import { redriveBooking, type RedrivePorts } from './redrive-booking.ts';

/** For how long a booking has to lie still before it is looked at: a drive that just began isn't over. In milliseconds. */
const STILL_FOR = 30_000;
/** Maximum number of bookings per sweep: as many executions as Step Functions describes without throttling. */
const AT_ONCE = 300;

/** Finds pending bookings without a running workflow and redrives them. */
export async function sweepBookings(
  ports: RedrivePorts & { readonly undecided: PendingBookings },
): Promise<SweepResult> {
  const then = new Date(Date.parse(ports.now) - STILL_FOR).toISOString();
  const undecided = await ports.undecided.unchangedSince(then, AT_ONCE);
  return sweep(undecided, (bookingId) => redriveBooking(ports, bookingId, 'sweeper'));
}
