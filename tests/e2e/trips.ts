import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  BOOKING_HORIZON_DAYS,
  City,
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

/** Date some days from now. */
export const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** An offered trip. */
export interface Trip {
  readonly flight: Flight;
  readonly hotel: Hotel;
  readonly checkIn: string;
  readonly checkOut: string;
}

const NIGHTS = 3;
const HOTELS_PER_CITY = 3;
/** Stays of {@link NIGHTS} nights, one after the other, that start within the booking horizon. */
const STAYS = Math.floor((BOOKING_HORIZON_DAYS - 10) / NIGHTS);
const SLOTS = STAYS * City.options.length * HOTELS_PER_CITY;
/** Journeys that book trips. Each has slots of its own, so that they can run concurrently. */
const JOURNEYS = ['giving-up', 'reconciliation', 'trips'];
let drawn = Math.floor(Math.random() * SLOTS);

/** A trip that no other journey books: each call uses the hotel, the flight and the nights of another slot. */
export async function newTrip({ stage }: Shop): Promise<Trip> {
  drawn += 1;
  const journey = JOURNEYS.findIndex((name) => expect.getState().testPath?.endsWith(`/${name}.e2e.test.ts`));
  if (journey === -1) throw new Error('Add this journey to the list of those that book trips');
  const slot = (drawn * JOURNEYS.length + journey) % SLOTS;
  const stay = slot % STAYS;
  const place = Math.floor(slot / STAYS);
  const to = cityAt(place);
  const days = 5 + stay * NIGHTS;
  const [checkIn, checkOut] = [dayIn(days), dayIn(days + NIGHTS)];
  const found = await stage.call(ListFlights, { query: { from: cityAt(place + 1), to, date: checkIn } });
  const [flight] = bodyOf(found).items;
  const { items: hotels } = bodyOf(await stage.call(ListHotels, { query: { city: to, checkIn, checkOut } }));
  const hotel = hotels[Math.floor(place / City.options.length) % hotels.length];
  if (!flight || !hotel) throw new Error('There is nothing on offer');
  return { flight, hotel, checkIn, checkOut };
}

function cityAt(place: number): City {
  const city = City.options[place % City.options.length];
  if (!city) throw new Error('There are no cities');
  return city;
}

export interface TripRequest {
  readonly travellers?: number;
  readonly paymentMethod?: string;
  readonly idempotencyKey?: string;
}

/** Books a trip, and repeats the request with the same key on an error: a fault may hit the offers. */
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

/** Waits until a booking is decided. */
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

/** Records of a booking at the airline, the hotel and the payment provider. */
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

/** Checks that airline, hotel and provider agree with the shop on seats, rooms and amounts, within moments. */
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

/** Steps of a booking as text: `reserve_flight done`. */
export const stepsOf = ({ steps }: Booking): readonly string[] =>
  steps.map(({ step, outcome }) => `${step} ${outcome}`);
