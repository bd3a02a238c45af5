import type {
  BookingId,
  BookingSummary,
  City,
  DomainEvent,
  Flight,
  Hotel,
  ListFlights,
  ListHotels,
  ShopperId,
} from '@waypost/contracts';
import type * as z from 'zod';
import type { Booking } from './domain/booking.ts';

/** Store of bookings. Each write carries the events to publish. */
export interface Bookings {
  /** Adds the booking, or gives the one that is there under its id already. */
  readonly add: (
    booking: Booking,
    events: readonly DomainEvent[],
  ) => Promise<{ readonly added: boolean; readonly booking: Booking }>;
  readonly get: (bookingId: BookingId) => Promise<Booking | undefined>;
  /** Writes the next version, on condition that the stored version is the previous one. */
  readonly save: (next: Booking, events: readonly DomainEvent[]) => Promise<'saved' | 'changed'>;
}

/** Finds bookings without a decision. */
export interface PendingBookings {
  /** Bookings that were last changed before a time, oldest first, at most `limit`. */
  readonly unchangedSince: (then: string, limit: number) => Promise<readonly BookingId[]>;
}

/** One page of a shopper's bookings, newest first. */
export interface BookingPages {
  readonly pageOf: (
    shopperId: ShopperId,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ) => Promise<{ readonly items: BookingSummary[]; readonly cursor?: string }>;
}

/** `cancelled` if the reservation was cancelled before it was made: it never will be. */
export type Reserved = 'reserved' | 'full' | 'cancelled';

/** The airline. A booking has at most one reservation, which is made once and cancelled once. */
export interface Airline {
  readonly flights: (asked: z.output<typeof ListFlights.query>) => Promise<readonly Flight[]>;
  /** The cheapest flight to each destination that departs within a number of days. */
  readonly lowestFares: (from: City, days: number) => Promise<readonly Flight[]>;
  readonly flight: (flightId: string) => Promise<Flight | undefined>;
  readonly reserve: (booking: Booking) => Promise<Reserved>;
  /** Cancels the seats of a booking, or keeps them from being reserved late. */
  readonly cancel: (booking: Booking) => Promise<void>;
}

/** The hotel, in the same way. */
export interface Hotels {
  readonly hotels: (asked: Pick<z.output<typeof ListHotels.query>, 'city'>) => Promise<readonly Hotel[]>;
  readonly hotel: (hotelId: string) => Promise<Hotel | undefined>;
  readonly reserve: (booking: Booking) => Promise<Reserved>;
  readonly cancel: (booking: Booking) => Promise<void>;
}

/** Workflow of a booking. */
export interface BookingWorkflow {
  /** Starts the drive of the booking's attempt; once it was started, starting it again does nothing. */
  readonly start: (booking: Booking) => Promise<'started' | 'started_before'>;
  /** State of the execution of the booking's attempt. */
  readonly stateOf: (booking: Booking) => Promise<'never_started' | 'running' | 'over'>;
}

/** Sends a booking to the queue of parked bookings, which has an alarm. */
export type ParkedBookings = (booking: Booking, reason: string) => Promise<void>;
