import { Attempt, BookingCancelReason, BookingId, defineCommand } from '@waypost/contracts';
import * as z from 'zod';

// Commands of the booking workflow to its own service. They cross no service boundary, so they aren't contracts.

const drive = { bookingId: BookingId, attempt: Attempt };
const rejected = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.object({ outcome: z.literal('rejected'), reason: z.enum([...words, 'unknown_booking']) });
const reserved = z.object({ outcome: z.literal('reserved') });
/** `undone` if the reservation was cancelled before it was made. */
const notReserved = rejected('newer_attempt', 'cancelled', 'confirmed', 'compensating', 'reversed');

export const ReserveFlight = defineCommand({
  owner: 'booking',
  name: 'reserve-flight',
  version: 1,
  request: z.object(drive),
  result: z.discriminatedUnion('outcome', [reserved, z.object({ outcome: z.literal('no_seats') }), notReserved]),
});

export const ReserveHotel = defineCommand({
  owner: 'booking',
  name: 'reserve-hotel',
  version: 1,
  request: z.object(drive),
  result: z.discriminatedUnion('outcome', [reserved, z.object({ outcome: z.literal('no_rooms') }), notReserved]),
});

/** The end of the straight path; `captured` is whether the money was taken. */
export const ConfirmBooking = defineCommand({
  owner: 'booking',
  name: 'confirm-booking',
  version: 1,
  request: z.object({ ...drive, captured: z.boolean() }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('confirmed') }),
    rejected('newer_attempt', 'cancelled', 'compensating', 'not_captured'),
  ]),
});

/** The beginning of every other path: why the booking ends, and how far it came, recorded before anything is undone. */
export const BeginCompensation = defineCommand({
  owner: 'booking',
  name: 'begin-compensation',
  version: 1,
  request: z.object({
    ...drive,
    reason: BookingCancelReason,
    began: z.enum(['nothing', 'flight', 'hotel', 'payment']),
  }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('compensating') }),
    rejected('newer_attempt', 'confirmed', 'cancelled'),
  ]),
});

const cancelled = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('cancelled') }),
  rejected('newer_attempt', 'not_compensating'),
]);

/** `paymentReversed` is the outcome of the payment's reversal, which is an earlier step. */
export const CancelHotel = defineCommand({
  owner: 'booking',
  name: 'cancel-hotel',
  version: 1,
  request: z.object({
    ...drive,
    paymentReversed: z.enum(['voided', 'refunded', 'nothing_authorized', 'rejected', 'not_begun']),
  }),
  result: cancelled,
});

export const CancelFlight = defineCommand({
  owner: 'booking',
  name: 'cancel-flight',
  version: 1,
  request: z.object(drive),
  result: cancelled,
});

/** The end of every other path, once all that was done is undone. */
export const CancelBooking = defineCommand({
  owner: 'booking',
  name: 'cancel-booking',
  version: 1,
  request: z.object(drive),
  result: cancelled,
});
