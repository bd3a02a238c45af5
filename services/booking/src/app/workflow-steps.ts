import type { BookingStep, CommandRequest, CommandResult } from '@waypost/contracts';
import type {
  BeginCompensation,
  CancelBooking,
  CancelFlight,
  CancelHotel,
  ConfirmBooking,
  ReserveFlight,
  ReserveHotel,
} from '../commands.ts';
import type { Booking } from '../domain/booking.ts';
import {
  decideCancel,
  decideConfirm,
  decidePaymentReversed,
  decideStep,
  decideCompensation,
  decideCompensated,
  mayProceed,
  mayCompensate,
} from '../domain/decide.ts';
import type { Airline, Bookings, Hotels, Reserved } from '../ports.ts';
import { changeBooking } from './change-booking.ts';

// Steps of the booking workflow that concern the booking itself. Each is safe to repeat and rejects older attempts.

interface Ports {
  readonly bookings: Pick<Bookings, 'get' | 'save'>;
  readonly now: string;
}

type Requested<Command, More = object> = (
  ports: Ports & More,
  request: CommandRequest<Command>,
) => Promise<CommandResult<Command>>;

/** Reserves the seats of a booking, and records the result. */
export const reserveFlight: Requested<typeof ReserveFlight, { readonly airline: Pick<Airline, 'reserve'> }> = async (
  { airline, ...ports },
  request,
) => {
  const came = await reserve(ports, { ...request, step: 'reserve_flight', how: airline.reserve });
  return came === 'full' ? { outcome: 'no_seats' } : came;
};

/** Reserves the rooms of a booking for every night, and records the result. */
export const reserveHotel: Requested<typeof ReserveHotel, { readonly hotels: Pick<Hotels, 'reserve'> }> = async (
  { hotels, ...ports },
  request,
) => {
  const came = await reserve(ports, { ...request, step: 'reserve_hotel', how: hotels.reserve });
  return came === 'full' ? { outcome: 'no_rooms' } : came;
};

type Came = { readonly outcome: 'reserved' } | (CommandResult<typeof ReserveFlight> & { readonly outcome: 'rejected' });

async function reserve(
  { bookings, now: at }: Ports,
  {
    bookingId,
    attempt,
    step,
    how,
  }: CommandRequest<typeof ReserveFlight> & {
    readonly step: BookingStep;
    readonly how: (booking: Booking) => Promise<Reserved>;
  },
): Promise<Came | 'full'> {
  const booking = await bookings.get(bookingId);
  if (!booking) return { outcome: 'rejected', reason: 'unknown_booking' };
  const answer = mayProceed(booking, attempt);
  if (answer !== 'go_on') return { outcome: 'rejected', reason: answer };
  const reserved = await how(booking);
  if (reserved === 'cancelled') return { outcome: 'rejected', reason: 'reversed' };
  const outcome = reserved === 'full' ? 'rejected' : 'done';
  const changed = await changeBooking(bookings, bookingId, (now) => decideStep(now, { attempt, at, step, outcome }));
  if (changed.outcome === 'rejected') return changed;
  return reserved === 'full' ? reserved : { outcome: 'reserved' };
}

/** All is reserved and paid: it is confirmed. */
export const confirmBooking: Requested<typeof ConfirmBooking> = async (
  { bookings, now: at },
  { bookingId, ...request },
) => {
  const changed = await changeBooking(bookings, bookingId, (booking) => decideConfirm(booking, { ...request, at }));
  return changed.outcome === 'happened' ? { outcome: 'confirmed' } : changed;
};

/** From here on nothing is done for the booking any more, only undone. */
export const beginCompensation: Requested<typeof BeginCompensation> = async (
  { bookings, now: at },
  { bookingId, ...request },
) => {
  const changed = await changeBooking(bookings, bookingId, (booking) =>
    decideCompensation(booking, { ...request, at }),
  );
  return changed.outcome === 'happened' ? { outcome: 'compensating' } : changed;
};

/** Gives the rooms back; by then the money went back. */
export const cancelHotel: Requested<typeof CancelHotel, { readonly hotels: Pick<Hotels, 'cancel'> }> = async (
  { bookings, hotels, now: at },
  { bookingId, attempt, paymentReversed: how },
) => {
  // An older drive is rejected here too; where no payment was begun there is nothing to tell.
  const recorded =
    how !== 'rejected' && how !== 'not_begun'
      ? await changeBooking(bookings, bookingId, (booking) => decidePaymentReversed(booking, { attempt, at, how }))
      : undefined;
  if (recorded?.outcome === 'rejected') return recorded;
  return undo({ bookings, now: at }, { bookingId, attempt, step: 'cancel_hotel', how: hotels.cancel });
};

/** Gives the seats back. */
export const cancelFlight: Requested<typeof CancelFlight, { readonly airline: Pick<Airline, 'cancel'> }> = (
  { airline, ...ports },
  request,
) => undo(ports, { ...request, step: 'cancel_flight', how: airline.cancel });

async function undo(
  { bookings, now: at }: Ports,
  {
    bookingId,
    attempt,
    step,
    how,
  }: CommandRequest<typeof CancelFlight> & {
    readonly step: 'cancel_hotel' | 'cancel_flight';
    readonly how: (booking: Booking) => Promise<void>;
  },
): Promise<CommandResult<typeof CancelFlight>> {
  const booking = await bookings.get(bookingId);
  if (!booking) return { outcome: 'rejected', reason: 'unknown_booking' };
  const answer = mayCompensate(booking, attempt);
  if (answer !== 'compensate') return { outcome: 'rejected', reason: answer };
  await how(booking);
  const changed = await changeBooking(bookings, bookingId, (now) => decideCompensated(now, { attempt, at, step }));
  return changed.outcome === 'happened' ? { outcome: 'cancelled' } : changed;
}

/** All is undone: the booking ends without a trip. */
export const cancelBooking: Requested<typeof CancelBooking> = async ({ bookings, now: at }, { bookingId, attempt }) => {
  const changed = await changeBooking(bookings, bookingId, (booking) => decideCancel(booking, { attempt, at }));
  return changed.outcome === 'happened' ? { outcome: 'cancelled' } : changed;
};
