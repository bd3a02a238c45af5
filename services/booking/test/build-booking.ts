import { BookingId, type Flight, type Hotel, PaymentMethod, ShopperId } from '@waypost/contracts';
import { type Booking, type BookingEvent, evolve, type PlacedBooking } from '../src/domain/booking.ts';

/** When everything happens that a test doesn't date. */
export const AT = '2026-05-04T09:31:00.000Z';
export const NOW = '2026-05-04T09:30:00.000Z';

export const bookingId = BookingId.parse(`bkg_${'b1'.repeat(16)}`);
export const shopperId = ShopperId.parse('shopper-1');

export const FLIGHT: Flight = {
  flightId: 'flt_BER-LIS_20260601-20260608_am',
  from: 'BER',
  to: 'LIS',
  departsAt: '2026-06-01T07:00:00.000Z',
  arrivesAt: '2026-06-01T10:00:00.000Z',
  returnDepartsAt: '2026-06-08T10:00:00.000Z',
  returnArrivesAt: '2026-06-08T13:00:00.000Z',
  price: { amount: 10_000, currency: 'EUR' },
};

export const HOTEL: Hotel = {
  hotelId: 'htl_LIS-harbour',
  name: 'Harbour House',
  city: 'LIS',
  price: { amount: 8_000, currency: 'EUR' },
};

/** A trip as a shopper booked it: a week in Lisbon for two by default. */
export function placedBooking(overrides: Partial<PlacedBooking> = {}): PlacedBooking {
  return {
    bookingId,
    shopperId,
    flight: FLIGHT,
    hotel: HOTEL,
    checkIn: '2026-06-01',
    checkOut: '2026-06-08',
    rooms: 1,
    travellers: [{ name: 'Ada Byron' }, { name: 'Grace Hopper' }],
    total: { amount: 76_000, currency: 'EUR' },
    notices: [],
    paymentMethod: PaymentMethod.parse('pm_card_visa'),
    bodyHash: '0'.repeat(32),
    correlationId: 'click-1',
    placedAt: NOW,
    ...overrides,
  };
}

/** A booking to which these things happened. */
export const aBooking = (...events: readonly BookingEvent[]): Booking =>
  events.reduce<Booking>(evolve, evolve(undefined, { type: 'placed', booking: placedBooking() }));

export const seatsReserved = { type: 'stepped', at: AT, step: 'reserve_flight', outcome: 'done' } as const;
export const roomsReserved = { type: 'stepped', at: AT, step: 'reserve_hotel', outcome: 'done' } as const;
export const compensationBegan = { type: 'compensation_began', at: AT, reason: 'internal_error' } as const;
