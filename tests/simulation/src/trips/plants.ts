import type { ReservationRecords } from 'sandbox/simulation';
import { type Definition, edited, redirected } from '../plants.ts';

/** Pieces of a trip that a bug is planted in: each takes the piece as it is and gives the broken one. */
export interface TripPlant {
  readonly books?: (books: ReservationRecords) => ReservationRecords;
  readonly workflow?: (definition: Definition) => Definition;
}

/** A cancellation that comes first leaves nothing, so the late reservation goes through. */
const noTombstone: TripPlant = {
  books: (books) => ({
    ...books,
    release: async (cancelled, there) => (there ? books.release(cancelled, there) : 'kept'),
  }),
};

/** The flight is given back before the hotel and the money are. */
const flightFirst: TripPlant = {
  workflow: (definition) =>
    edited(redirected(definition, ['ReversePayment'], 'CancelFlight'), {
      CancelFlight: { Next: 'ReversePayment' },
      CancelHotel: { Next: 'CancelBooking' },
    }),
};

/** What failed counts as not done, though its answer may only have been lost. */
const lostAnswerForgotten: TripPlant = {
  workflow: (definition) =>
    edited(definition, { ReserveHotel: { Catch: [caughtAt('CancelFlight'), caughtAt('BeginCompensation')] } }),
};
const caughtAt = (Next: string) => ({
  ErrorEquals: ['States.ALL'],
  Next: 'BeginCompensation',
  Assign: { began: Next === 'CancelFlight' ? 'flight' : 'hotel' },
});

/** A refund that nobody makes, since a trip that can't be confirmed has nothing to give back. */
const paymentForgotten: TripPlant = {
  workflow: (definition) => redirected(definition, ['ReversePayment'], 'CancelHotel'),
};

/** Bugs to plant, by name. Each must be found: see trips.test.ts. */
export const TRIP_PLANTS = {
  'no-tombstone': noTombstone,
  'flight-first': flightFirst,
  'lost-answer-forgotten': lostAnswerForgotten,
  'payment-forgotten': paymentForgotten,
} as const satisfies Readonly<Record<string, TripPlant>>;
export type TripPlantName = keyof typeof TRIP_PLANTS;
export const isTripPlantName = (name: string): name is TripPlantName => Object.hasOwn(TRIP_PLANTS, name);
