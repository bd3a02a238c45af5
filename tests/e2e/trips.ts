import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  type Booking,
  type BookingId,
  BookTrip,
  type Flight,
  GetAirlineRecords,
  GetBooking,
  GetHotelRecords,
  GetPaymentRecords,
  type Hotel,
  ListFlights,
  ListHotels,
} from '@waypost/contracts';
import { bodyOf, eventually } from '@waypost/test-kit';
import { moneyIn, PATIENCE, type Shop } from './shop.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A day so many days from now. */
export const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** A trip on offer that nobody else books: its days are years away, and drawn. */
export interface Trip {
  readonly flight: Flight;
  readonly hotel: Hotel;
  readonly checkIn: string;
  readonly checkOut: string;
}

export async function newTrip({ stage }: Shop): Promise<Trip> {
  const days = 400 + Math.floor(Math.random() * 20_000);
  const checkIn = dayIn(days);
  const found = await stage.call(ListFlights, { query: { from: 'BER', to: 'LIS', date: checkIn } });
  const [flight] = bodyOf(found).items;
  const checkOut = dayIn(days + 3);
  const [hotel] = bodyOf(await stage.call(ListHotels, { query: { city: 'LIS', checkIn, checkOut } })).items;
  if (!flight || !hotel) throw new Error('There is nothing on offer');
  return { flight, hotel, checkIn, checkOut };
}

export interface TripRequest {
  readonly travellers?: number;
  readonly paymentMethod?: string;
  readonly idempotencyKey?: string;
}

/** Books a trip, and asks again under the same key if the shop doesn't answer well: a fault may strike the offers. */
export async function bookTrip(
  { stage, token }: Shop,
  { flight, hotel, checkIn, checkOut }: Trip,
  { travellers = 1, paymentMethod = 'pm_card_visa', idempotencyKey = randomUUID() }: TripRequest = {},
): Promise<BookingId> {
  const names = Array.from({ length: travellers }, (_, index) => ({ name: `Traveller ${index + 1}` }));
  const trip = { flightId: flight.flightId, hotelId: hotel.hotelId, checkIn, checkOut };
  const body = { ...trip, travellers: names, paymentMethod };
  const asked = () => stage.call(BookTrip, { body, idempotencyKey, token: token.shopper });
  return eventually(async () => bodyOf(await asked()).bookingId, PATIENCE);
}

/** The booking once it is decided. */
export function decidedTrip(
  { stage, token }: Shop,
  bookingId: BookingId,
  patience: { readonly within: number; readonly every?: number } = PATIENCE,
): Promise<Booking> {
  return eventually(async () => {
    const call = { parameters: { id: bookingId }, token: token.shopper };
    const booking = bodyOf(await stage.call(GetBooking, call));
    expect(['CONFIRMED', 'CANCELLED']).toContain(booking.status);
    return booking;
  }, patience);
}

/** What the airline, the hotel and the payment provider themselves believe of a booking. */
export async function outsideOf({ stage, token: { operator: token } }: Shop, bookingId: BookingId) {
  const query = { bookingId };
  const seats = bodyOf(await stage.call(GetAirlineRecords, { query, token })).items;
  const rooms = bodyOf(await stage.call(GetHotelRecords, { query, token })).items;
  const money = bodyOf(await stage.call(GetPaymentRecords, { query, token })).items;
  const reserved = <Of extends { readonly status: string }>(items: readonly Of[]) =>
    items.filter(({ status }) => status === 'reserved');
  return {
    seats: reserved(seats).reduce((sum, each) => sum + each.seats, 0),
    rooms: reserved(rooms).reduce((sum, each) => sum + each.rooms, 0),
    money: moneyIn(money),
    charges: money.reduce((sum, { charges }) => sum + charges, 0),
  };
}

/** Airline, hotel and provider agree with the shop, to the seat, the room and the cent. Their books follow within moments. */
export async function expectAgreementOn(shop: Shop, booking: Booking): Promise<void> {
  const { status, travellers, rooms, total } = booking;
  const owed =
    status === 'CONFIRMED'
      ? { seats: travellers.length, rooms, money: total.amount }
      : { seats: 0, rooms: 0, money: 0 };
  await eventually(async () => {
    const { charges, ...outside } = await outsideOf(shop, booking.bookingId);
    expect({ bookingId: booking.bookingId, ...outside }).toEqual({ bookingId: booking.bookingId, ...owed });
    expect(charges).toBeLessThanOrEqual(1);
  }, PATIENCE);
}

/** The steps that a booking shows, in words: `reserve_flight done`. */
export const stepsOf = ({ steps }: Booking): readonly string[] =>
  steps.map(({ step, outcome }) => `${step} ${outcome}`);
