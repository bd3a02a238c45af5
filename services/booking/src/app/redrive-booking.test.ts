import { describe, expect, it } from 'vitest';
import { AT, aBooking, bookingId, compensationBegan } from '../../test/build-booking.ts';
import { bookingsInMemory } from '../../test/bookings-in-memory.ts';
import type { Booking } from '../domain/booking.ts';
import { redriveBooking } from './redrive-booking.ts';
import { sweepBookings } from './sweep-bookings.ts';

function world(booking: Booking, state: 'never_started' | 'running' | 'over' = 'over') {
  const bookings = bookingsInMemory(booking);
  const started: number[] = [];
  const parked: string[] = [];
  const ports = {
    bookings,
    undecided: bookings,
    workflow: {
      start: async ({ attempt }: Booking) => (started.push(attempt), 'started' as const),
      stateOf: async () => state,
    },
    park: async ({ bookingId: id }: Booking) => void parked.push(id),
    now: '2026-05-04T09:40:00.000Z',
  };
  return { ports, bookings, started, parked };
}
const attemptsOf = (times: number): Booking =>
  aBooking(...Array.from({ length: times - 1 }, () => ({ type: 'redriven', at: AT }) as const));

describe('a booking without a decision', () => {
  it('is started if it never was, and starts the next attempt after an execution that ended', async () => {
    const never = world(aBooking(), 'never_started');
    expect(await redriveBooking(never.ports, bookingId, 'sweeper')).toEqual({ outcome: 'started', attempt: 1 });
    const over = world(aBooking(compensationBegan));
    expect(await redriveBooking(over.ports, bookingId, 'sweeper')).toEqual({ outcome: 'started', attempt: 2 });
    expect([never.started, over.started]).toEqual([[1], [2]]);
  });

  it('is left alone while its execution runs', async () => {
    const { ports, started } = world(aBooking(), 'running');
    expect(await redriveBooking(ports, bookingId, 'operator')).toEqual({ outcome: 'running', attempt: 1 });
    expect(started).toEqual([]);
  });

  it('is parked after five attempts, ignored by the sweeper, and redriven by an operator', async () => {
    const { ports, bookings, started, parked } = world(attemptsOf(5));
    expect(await sweepBookings(ports)).toEqual({ parked: 1 });
    expect(await sweepBookings(ports)).toEqual({});
    expect(parked).toEqual([bookingId]);
    expect(await redriveBooking(ports, bookingId, 'operator')).toEqual({ outcome: 'started', attempt: 6 });
    expect(started).toEqual([6]);
    expect(bookings.all.get(bookingId)?.parked).toBeUndefined();
  });

  it('reports an unknown booking', async () => {
    const { ports } = world(aBooking());
    const other = aBooking().bookingId.replace('b1', 'c2') as typeof bookingId;
    expect(await redriveBooking(ports, other, 'operator')).toEqual({ outcome: 'unknown_booking' });
  });
});
