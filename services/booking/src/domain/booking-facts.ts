import { BookingCancelled, BookingConfirmed, BookingPlaced, type DomainEvent } from '@waypost/contracts';
import type { Booking } from './booking.ts';

/** Events between two states of a booking. They never contain a traveller's name or a payment method. */
export function factsOf(before: Booking | undefined, booking: Booking): readonly DomainEvent[] {
  if (before?.status === booking.status) return [];
  const { bookingId, shopperId, flight, hotel, total } = booking;
  const facts = { bookingId, shopperId, flightId: flight.flightId, hotelId: hotel.hotelId, total };
  switch (booking.status) {
    case 'PENDING':
      return [BookingPlaced.build(bookingId, facts)];
    case 'CONFIRMED':
      return [BookingConfirmed.build(bookingId, facts)];
    case 'CANCELLED':
      return [BookingCancelled.build(bookingId, { ...facts, reason: booking.reason })];
  }
}
