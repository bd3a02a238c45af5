import type { BookingId, DomainEvent } from '@waypost/contracts';
import { type Booking, isUnfinished } from '../src/domain/booking.ts';
import type { Bookings, PendingBookings } from '../src/ports.ts';

/** Bookings that forget themselves; `told` is each event, in order. */
export interface BookingsInMemory extends Bookings, PendingBookings {
  readonly all: ReadonlyMap<BookingId, Booking>;
  readonly published: DomainEvent[];
}

export function bookingsInMemory(...there: readonly Booking[]): BookingsInMemory {
  const all = new Map<BookingId, Booking>(there.map((booking) => [booking.bookingId, booking]));
  const published: DomainEvent[] = [];
  const write = (booking: Booking, events: readonly DomainEvent[]) => {
    all.set(booking.bookingId, booking);
    published.push(...events);
  };
  return {
    all,
    published,
    add: async (booking, events) => {
      const earlier = all.get(booking.bookingId);
      if (earlier) return { added: false, booking: earlier };
      write(booking, events);
      return { added: true, booking };
    },
    get: async (bookingId) => all.get(bookingId),
    save: async (next, events) => {
      if (all.get(next.bookingId)?.version !== next.version - 1) return 'changed';
      write(next, events);
      return 'saved';
    },
    unchangedSince: async (then, limit) =>
      [...all.values()]
        .filter((booking) => isUnfinished(booking) && !booking.parked && booking.changedAt < then)
        .toSorted((one, other) => one.changedAt.localeCompare(other.changedAt))
        .slice(0, limit)
        .map(({ bookingId }) => bookingId),
  };
}
