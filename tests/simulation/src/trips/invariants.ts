import type { Booking } from 'booking/simulation';
import { isOpen, moneyOf } from '../holdings.ts';
import { ROOMS, SEATS } from './travellers.ts';
import type { TripWorld } from './world.ts';

/** Describes a violation, if there is one. */
type Check = (world: TripWorld, bookings: readonly Booking[]) => string | undefined;

/** Reserved seats and rooms of a booking in the records of the airline and the hotel. */
const reservedFor = ({ airline, hotel }: TripWorld, { bookingId }: Booking) => {
  const of = (reservation: { readonly quantity: number; readonly cancelled: boolean } | undefined) =>
    reservation && !reservation.cancelled ? reservation.quantity : 0;
  return { seats: of(airline.all.get(`${bookingId}-flight`)), rooms: of(hotel.all.get(`${bookingId}-hotel`)) };
};

/** Every failure was injected, or is a lost race. */
const nothingFailsByItself: Check = ({ bugs }) => bugs.at(0);

const nothingIsOversold: Check = ({ airline, hotel }) => {
  const over = [...airline.taken].find(([, taken]) => taken < 0 || taken > SEATS);
  if (over) return `${over[1]} of ${SEATS} seats of ${over[0]} are taken`;
  const full = [...hotel.taken].find(([, taken]) => taken < 0 || taken > ROOMS);
  return full && `${full[1]} of ${ROOMS} rooms of ${full[0]} are taken`;
};

/** Steps are compensated in reverse order. */
const compensatedInReverse: Check = (world, bookings) => {
  for (const booking of bookings) {
    const { bookingId } = booking;
    const { held, taken } = moneyOf(world, bookingId);
    const isGivenBack = (key: string, { all }: TripWorld['airline' | 'hotel']) => all.get(key)?.cancelled === true;
    const { rooms } = reservedFor(world, booking);
    if (isGivenBack(`${bookingId}-hotel`, world.hotel) && held + taken > 0)
      return `${bookingId} gave its rooms back while ${held} are held and ${taken} taken`;
    if (isGivenBack(`${bookingId}-flight`, world.airline) && (rooms > 0 || held + taken > 0))
      return `${bookingId} gave its seats back while ${rooms} rooms are reserved, ${held} held and ${taken} taken`;
  }
  return undefined;
};

const nobodyIsChargedTwice: Check = ({ payment }) => {
  const charged = new Set<string>();
  for (const { payableId, captures, refunds, state } of payment.intents) {
    if (captures > 1 || refunds > captures) return `${payableId} was charged ${captures} times, refunded ${refunds}`;
    if (!isOpen(state) && captures === 0) continue;
    if (charged.has(payableId)) return `${payableId} has two charges`;
    charged.add(payableId);
  }
  return undefined;
};

const confirmedIsReservedAndPaid: Check = (world, bookings) => {
  for (const booking of bookings.filter(({ status }) => status === 'CONFIRMED')) {
    const { bookingId, travellers, rooms: asked, total, compensation } = booking;
    if (compensation) return `${bookingId} is confirmed, though its undoing began`;
    const { seats, rooms } = reservedFor(world, booking);
    const { held, taken } = moneyOf(world, bookingId);
    if (seats !== travellers.length || rooms !== asked)
      return `${bookingId} is confirmed with ${seats} of ${travellers.length} seats, ${rooms} of ${asked} rooms`;
    if (taken !== total.amount || held !== 0) return `${bookingId} is confirmed for ${total.amount}, ${taken} taken`;
  }
  return undefined;
};

const nothingIsLeftOfWhatIsCancelled: Check = (world, bookings) => {
  for (const booking of bookings.filter(({ status }) => status === 'CANCELLED')) {
    const { seats, rooms } = reservedFor(world, booking);
    const { held, taken } = moneyOf(world, booking.bookingId);
    if (seats + rooms + held + taken > 0)
      return `${booking.bookingId} is cancelled: ${seats} seats, ${rooms} rooms, ${held} held, ${taken} taken`;
  }
  return undefined;
};

const everyBookingEnds: Check = (_, bookings) => {
  const open = bookings.find(({ status }) => status === 'PENDING');
  return open && `${open.bookingId} is PENDING at the end`;
};

/** The page shows exactly what happened. */
const stepsAreTrue: Check = (_, bookings) => {
  for (const { bookingId, status, steps } of bookings) {
    const came = new Map(steps.map(({ step, outcome }) => [step, outcome]));
    if (status === 'CONFIRMED' && [...came.values()].some((outcome) => outcome !== 'done'))
      return `${bookingId} is confirmed, and shows ${JSON.stringify(steps)}`;
    if (status !== 'CANCELLED') continue;
    for (const [done, undone] of [
      ['reserve_flight', 'cancel_flight'],
      ['reserve_hotel', 'cancel_hotel'],
    ] as const) {
      if (came.get(done) === 'done' && came.get(undone) !== 'done') return `${bookingId} never shows ${undone}`;
      if (came.has(undone) && !came.has(done)) return `${bookingId} shows ${undone} of what it never did`;
    }
  }
  return undefined;
};

const nothingBecomesADeadLetter: Check = ({ deadLetters }) =>
  deadLetters.at(0) && `A message became a dead letter: ${deadLetters.at(0)}`;

const nothingIsParkedInAQuietWorld: Check = ({ parked, isQuiet }) =>
  isQuiet && parked[0] !== undefined ? `${parked[0]} failed all attempts` : undefined;

/** Accounting receives every payment event once. */
const eachEventIsPublishedOnce: Check = ({ payment, booking }, bookings) => {
  const published = [...payment.published, ...booking.published];
  const facts = published.map(({ name, subject, data }) => `${name} of ${subject} ${JSON.stringify(data)}`);
  const twice = facts.find((fact, index) => facts.indexOf(fact) !== index);
  if (twice !== undefined) return `Told twice: ${twice}`;
  for (const { bookingId, status } of bookings) {
    const names = new Set(published.filter(({ subject }) => subject === bookingId).map(({ name }) => name));
    const ended = status === 'CONFIRMED' ? 'BookingConfirmed' : 'BookingCancelled';
    if (!names.has('BookingPlaced') || !names.has(ended))
      return `${bookingId} is ${status}, and no event was published`;
    if (status === 'CONFIRMED' && !names.has('PaymentCaptured'))
      return `${bookingId} is paid, and no event was published`;
    if (status === 'CANCELLED' && names.has('PaymentCaptured') && !names.has('PaymentReversed'))
      return `${bookingId} was refunded, and no event was published`;
  }
  return undefined;
};

/** Invariants checked after each step. */
const ALWAYS: readonly Check[] = [
  nothingFailsByItself,
  nothingIsOversold,
  compensatedInReverse,
  nobodyIsChargedTwice,
  confirmedIsReservedAndPaid,
  nothingIsLeftOfWhatIsCancelled,
];
/** Invariants checked at the end. */
const AT_THE_END: readonly Check[] = [
  everyBookingEnds,
  stepsAreTrue,
  nothingBecomesADeadLetter,
  nothingIsParkedInAQuietWorld,
  eachEventIsPublishedOnce,
];

function firstViolation(checks: readonly Check[], world: TripWorld): string | undefined {
  const bookings = [...world.booking.all.values()];
  for (const check of checks) {
    const wrong = check(world, bookings);
    if (wrong !== undefined) return `${check.name}: ${wrong}`;
  }
  return undefined;
}

export const violationNow = (world: TripWorld): string | undefined => firstViolation(ALWAYS, world);
export const violationAtTheEnd = (world: TripWorld): string | undefined =>
  firstViolation([...ALWAYS, ...AT_THE_END], world);
