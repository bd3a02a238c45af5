import type { Booking as BookingView, BookingId, ShopperId } from '@waypost/contracts';
import type { Booking } from '../domain/booking.ts';
import type { Bookings } from '../ports.ts';

/** Returns a shopper's own booking. Another shopper's booking is treated as unknown. */
export async function showBooking(
  { bookings }: { readonly bookings: Pick<Bookings, 'get'> },
  bookingId: BookingId,
  shopperId: ShopperId,
): Promise<BookingView | undefined> {
  const booking = await bookings.get(bookingId);
  return booking?.shopperId === shopperId ? viewOf(booking) : undefined;
}

function viewOf(booking: Booking): BookingView {
  const { bookingId, status, steps, flight, hotel, checkIn, checkOut, rooms, travellers, total, notices } = booking;
  return {
    bookingId,
    status,
    ...(booking.status === 'CANCELLED' && { reason: booking.reason }),
    steps: [...steps],
    flight,
    hotel,
    checkIn,
    checkOut,
    rooms,
    travellers: [...travellers],
    total,
    payment: { status: paymentOf(booking) },
    notices: [...notices],
    placedAt: booking.placedAt,
  };
}

function paymentOf({ status, paymentReversed }: Booking): BookingView['payment']['status'] {
  if (status === 'PENDING') return 'pending';
  if (status === 'CONFIRMED') return 'captured';
  return paymentReversed === 'refunded' ? 'refunded' : 'not_charged';
}
