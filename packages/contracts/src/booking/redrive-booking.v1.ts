import * as z from 'zod';
import { defineCommand, type CommandResult } from '../define-command.ts';
import { Attempt } from '../shared/ids.ts';
import { BookingId } from '../shared/payable-id.ts';

/** Redrives a pending booking, also a parked one. For operators. */
export const RedriveBooking = defineCommand({
  owner: 'booking',
  name: 'redrive-booking',
  version: 1,
  request: z.object({ bookingId: BookingId }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('started'), attempt: Attempt }),
    z.object({ outcome: z.literal('running'), attempt: Attempt }),
    z.object({ outcome: z.literal('decided') }),
    z.object({ outcome: z.literal('unknown_booking') }),
  ]),
});
export type RedriveBookingResult = CommandResult<typeof RedriveBooking>;
