import { describe, expect, it } from 'vitest';
import { PaymentMethod } from '@waypost/contracts';
import { bookingsInMemory } from '../../test/bookings-in-memory.ts';
import { FLIGHT, HOTEL, NOW, shopperId } from '../../test/build-booking.ts';
import { bookTrip, type BookTripRequest } from './book-trip.ts';
import { showBooking } from './show-booking.ts';

const request: BookTripRequest = {
  shopperId,
  idempotencyKey: 'key-1',
  body: {
    flightId: FLIGHT.flightId,
    hotelId: HOTEL.hotelId,
    checkIn: '2026-06-01',
    checkOut: '2026-06-08',
    travellers: [{ name: 'Ada Byron' }],
    paymentMethod: PaymentMethod.parse('pm_card_visa'),
  },
};

function world({ onOffer = true } = {}) {
  const bookings = bookingsInMemory();
  const ports = {
    bookings,
    airline: { flight: async () => (onOffer ? FLIGHT : undefined) },
    hotels: { hotel: async () => HOTEL },
    now: NOW,
    correlationId: 'click-1',
  };
  return { bookings, ports };
}

describe('a trip that is booked', () => {
  it('is placed and published once per Idempotency-Key', async () => {
    const { bookings, ports } = world();
    const first = await bookTrip(ports, request);
    expect(first).toMatchObject({ outcome: 'placed', booking: { status: 'PENDING', total: { amount: 66_000 } } });
    expect(await bookTrip(ports, request)).toEqual(first);
    expect(bookings.published.map(({ name }) => name)).toEqual(['BookingPlaced']);
  });

  it('is the same also when its flight is no longer on offer', async () => {
    const { bookings, ports } = world();
    const first = await bookTrip(ports, request);
    const later = { ...world({ onOffer: false }).ports, bookings };
    expect(await bookTrip(later, request)).toEqual(first);
  });

  it('is rejected with another body under its key', async () => {
    const { ports } = world();
    await bookTrip(ports, request);
    const other = { ...request, body: { ...request.body, travellers: [{ name: 'Grace Hopper' }] } };
    expect(await bookTrip(ports, other)).toEqual({ outcome: 'key_reused' });
  });

  it('is not placed with a flaw', async () => {
    const { bookings, ports } = world({ onOffer: false });
    expect(await bookTrip(ports, request)).toMatchObject({ outcome: 'flawed', flaws: [{ field: 'flightId' }] });
    expect(bookings.all.size).toBe(0);
  });

  it('is shown to its shopper alone, without the payment method', async () => {
    const { bookings, ports } = world();
    const placed = await bookTrip(ports, request);
    if (placed.outcome !== 'placed') throw new Error('It was not placed');
    const shown = await showBooking({ bookings }, placed.booking.bookingId, shopperId);
    expect(shown).toMatchObject({ status: 'PENDING', steps: [], payment: { status: 'pending' }, rooms: 1 });
    expect(JSON.stringify(shown)).not.toContain('pm_card');
    expect(await showBooking({ bookings }, placed.booking.bookingId, 'shopper-2' as typeof shopperId)).toBeUndefined();
  });
});
