import type { ReservationRecords } from 'sandbox/simulation';
import { type Definition, edited, redirected } from '../plants.ts';

/** Parts of a trip in which a bug is planted: each function takes a part and returns the broken one. */
export interface TripPlant {
  readonly books?: (books: ReservationRecords) => ReservationRecords;
  readonly workflow?: (definition: Definition) => Definition;
}

/** A cancellation that arrives first leaves no tombstone, so the late reservation succeeds. */
const noTombstone: TripPlant = {
  books: (books) => ({
    ...books,
    release: async (cancelled, there) => (there ? books.release(cancelled, there) : 'kept'),
  }),
};

/** The flight is cancelled before the hotel and the payment. */
const flightFirst: TripPlant = {
  workflow: (definition) =>
    edited(redirected(definition, ['ReversePayment'], 'CancelFlight'), {
      CancelFlight: { Next: 'ReversePayment' },
      CancelHotel: { Next: 'CancelBooking' },
    }),
};

/** A failed step counts as not done, though only its response may have been lost. */
const lostAnswerForgotten: TripPlant = {
  workflow: (definition) =>
    edited(definition, { ReserveHotel: { Catch: [caughtAt('CancelFlight'), caughtAt('BeginCompensation')] } }),
};
const caughtAt = (Next: string) => ({
  ErrorEquals: ['States.ALL'],
  Next: 'BeginCompensation',
  Assign: { began: Next === 'CancelFlight' ? 'flight' : 'hotel' },
});

/** A refund is omitted, as if a trip that can't be confirmed had no payment. */
const paymentForgotten: TripPlant = {
  workflow: (definition) => redirected(definition, ['ReversePayment'], 'CancelHotel'),
};

/** Planted bugs by name. Each must be found: see trips.test.ts. */
export const TRIP_PLANTS = {
  'no-tombstone': noTombstone,
  'flight-first': flightFirst,
  'lost-answer-forgotten': lostAnswerForgotten,
  'payment-forgotten': paymentForgotten,
} as const satisfies Readonly<Record<string, TripPlant>>;
export type TripPlantName = keyof typeof TRIP_PLANTS;
export const isTripPlantName = (name: string): name is TripPlantName => Object.hasOwn(TRIP_PLANTS, name);
