import { describe, expect, it } from 'vitest';
import type { Trip } from '../api/trips.ts';
import { describeReason, tripStepsOf } from './trip-steps.ts';

const AT = '2026-05-04T09:30:00.000Z';
type Taken = Trip['steps'][number];
const took = (step: Taken['step'], outcome: Taken['outcome'] = 'done'): Taken => ({ step, outcome, at: AT });

const trip = (status: Trip['status'], steps: readonly Taken[], more: Partial<Trip> = {}): Trip => ({
  bookingId: 'bkg_1',
  status,
  steps: [...steps],
  flight: {
    flightId: 'flt_1',
    from: 'BER',
    to: 'LIS',
    departsAt: AT,
    arrivesAt: AT,
    returnDepartsAt: AT,
    returnArrivesAt: AT,
    price: { amount: 1, currency: 'EUR' },
  },
  hotel: { hotelId: 'htl_1', name: 'Harbour House', city: 'LIS', price: { amount: 1, currency: 'EUR' } },
  checkIn: '2026-06-01',
  checkOut: '2026-06-04',
  rooms: 1,
  travellers: [{ name: 'Ada' }],
  total: { amount: 4, currency: 'EUR' },
  payment: { status: 'pending' },
  notices: [],
  placedAt: AT,
  ...more,
});
const statesOf = (given: Trip) => tripStepsOf(given).map(({ state }) => state);

describe('the steps of a trip', () => {
  it.each<[string, Trip, readonly string[]]>([
    ['begins with the airline', trip('PENDING', []), ['done', 'now', 'todo', 'todo', 'todo']],
    ['goes on to the hotel', trip('PENDING', [took('reserve_flight')]), ['done', 'done', 'now', 'todo', 'todo']],
    [
      'ends well',
      trip('CONFIRMED', [took('reserve_flight'), took('reserve_hotel'), took('process_payment')]),
      ['done', 'done', 'done', 'done', 'done'],
    ],
    [
      'ends where there are no seats',
      trip('CANCELLED', [took('reserve_flight', 'rejected')], { reason: 'no_seats' }),
      ['done', 'failed', 'skipped', 'skipped', 'failed'],
    ],
    [
      'turns back where there are no rooms',
      trip('PENDING', [took('reserve_flight'), took('reserve_hotel', 'rejected')]),
      ['done', 'done', 'failed', 'skipped', 'now'],
    ],
    [
      'shows what was undone',
      trip(
        'CANCELLED',
        [
          took('reserve_flight'),
          took('reserve_hotel'),
          took('process_payment', 'rejected'),
          took('cancel_hotel'),
          took('cancel_flight'),
        ],
        { reason: 'payment_declined' },
      ),
      ['done', 'reversed', 'reversed', 'failed', 'failed'],
    ],
  ])('%s', (_, given, states) => {
    expect(statesOf(given)).toEqual(states);
  });

  it('distinguish an unavailable partner from a rejection', () => {
    const [, , , paid] = tripStepsOf(
      trip('PENDING', [took('reserve_flight'), took('reserve_hotel'), took('process_payment', 'failed')]),
    );
    expect(paid?.note).toBe('There was no response, so we cancelled it to be safe.');
  });

  it.each(['no_seats', 'no_rooms', 'payment_declined', 'internal_error'] as const)('state the reason: %s', (reason) => {
    expect(describeReason({ reason, payment: { status: 'not_charged' } })).toContain('Nothing was charged.');
    expect(describeReason({ reason, payment: { status: 'refunded' } })).toContain('refunded');
  });
});
