import { PaymentMethod, ShopperId } from '@waypost/contracts';
import { randomFrom } from '@waypost/test-kit/simulation';
import { type BookTripRequest, bookingIdOf } from 'booking/simulation';
import { flightsOn, hotelsOf } from 'sandbox/simulation';

/** Few seats and rooms, so that trips compete. */
export const SEATS = 9;
export const ROOMS = 3;

const DAY = '2026-06-01';
/** A choice needs at least one option. */
function some<Each>([first, ...others]: readonly Each[]): readonly [Each, ...Each[]] {
  if (first === undefined) throw new Error('There is nothing to choose from');
  return [first, ...others];
}
export const FLIGHTS = some(flightsOn('BER', 'LIS', DAY, `${DAY}T00:00:00.000Z`).slice(0, 2));
export const HOTELS = some(hotelsOf('LIS').slice(0, 2));

const CARDS = some(
  [
    'pm_card_visa',
    'pm_card_visa',
    'pm_card_visa',
    'pm_card_visa',
    'pm_card_visa_chargeDeclined',
    'pm_card_authenticationRequired',
  ].map((card) => PaymentMethod.parse(card)),
);

export const isDeclined = (card: string): boolean => card.endsWith('Declined');
export const isAuthenticated = (card: string): boolean => card.endsWith('Required');

/** Booking of one traveller, always the same for a seed and a number. */
export function bookingOf(seed: number, number: number) {
  const luck = randomFrom(seed).of(`traveller ${number}`);
  const shopperId = ShopperId.parse(`traveller-${number}`);
  const request: BookTripRequest = {
    shopperId,
    idempotencyKey: `${seed}-${number}`,
    body: {
      flightId: luck.pick(FLIGHTS).flightId,
      hotelId: luck.pick(HOTELS).hotelId,
      checkIn: DAY,
      checkOut: '2026-06-04',
      travellers: Array.from({ length: luck.pick([1, 2, 2, 3, 4]) }, (_, index) => ({ name: `Traveller ${index}` })),
      paymentMethod: luck.pick(CARDS),
    },
  };
  return { request, bookingId: bookingIdOf(shopperId, request.idempotencyKey), at: luck.between(0, 120_000) };
}
