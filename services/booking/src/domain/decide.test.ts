import { describe, expect, it } from 'vitest';
import { AT, aBooking, roomsReserved, seatsReserved, compensationBegan } from '../../test/build-booking.ts';
import { type Booking, type BookingEvent, evolve } from './booking.ts';
import { factsOf } from './booking-facts.ts';
import {
  type BookingDecision,
  decideCancel,
  decideConfirm,
  decidePaymentReversed,
  decideStep,
  decideCompensation,
  decideCompensated,
} from './decide.ts';

const drive = { attempt: 1, at: AT };
const confirmed = { type: 'confirmed', at: AT } as const;
const cancelled = { type: 'cancelled', at: AT, reason: 'internal_error' } as const;
const redriven = { type: 'redriven', at: AT } as const;
const given = (...events: readonly BookingEvent[]): Booking => aBooking(...events);
const outcomeOf = (decision: BookingDecision<string>) =>
  decision.outcome === 'rejected' ? decision.reason : decision.outcome;
/** The steps of a booking after what was decided. */
const stepsAfter = (booking: Booking, decision: BookingDecision<string>) =>
  (decision.outcome === 'happens' ? evolve(booking, decision.event) : booking).steps.map(
    ({ step, outcome }) => `${step} ${outcome}`,
  );

describe('a step of the saga', () => {
  const reserve = (booking: Booking) => decideStep(booking, { ...drive, step: 'reserve_flight', outcome: 'done' });

  it.each<[string, readonly BookingEvent[], string]>([
    ['happens to a new booking', [], 'happens'],
    ['happened when it is repeated', [seatsReserved], 'happened'],
    ['is rejected where its undoing began', [compensationBegan], 'compensating'],
    ['is rejected where it is confirmed', [confirmed], 'confirmed'],
    ['is rejected where it is cancelled', [compensationBegan, cancelled], 'cancelled'],
    ['is rejected to an older drive', [redriven], 'newer_attempt'],
  ])('%s', (_, before, outcome) => {
    expect(outcomeOf(reserve(given(...before)))).toBe(outcome);
  });

  it('stays done when an earlier invocation reports a rejection late', () => {
    const late = decideStep(given(seatsReserved), { ...drive, step: 'reserve_flight', outcome: 'rejected' });
    expect(late).toEqual({ outcome: 'happened' });
  });

  it('becomes done when a retry succeeds after a rejection', () => {
    const rejected = given({ type: 'stepped', at: AT, step: 'reserve_flight', outcome: 'rejected' });
    expect(stepsAfter(rejected, reserve(rejected))).toEqual(['reserve_flight done']);
  });
});

describe('confirming', () => {
  const confirm = (booking: Booking, captured = true) => decideConfirm(booking, { ...drive, captured });

  it.each<[string, readonly BookingEvent[], string]>([
    ['happens once all is reserved', [seatsReserved, roomsReserved], 'happens'],
    ['happened when it is repeated', [confirmed], 'happened'],
    ['is rejected where its undoing began', [compensationBegan], 'compensating'],
    ['is rejected to an older drive', [redriven], 'newer_attempt'],
  ])('%s', (_, before, outcome) => {
    expect(outcomeOf(confirm(given(...before)))).toBe(outcome);
  });

  it('is rejected without the money', () => {
    expect(outcomeOf(confirm(given(seatsReserved, roomsReserved), false))).toBe('not_captured');
  });

  it('is published once', () => {
    const before = given(seatsReserved, roomsReserved);
    const after = evolve(before, confirmed);
    expect(factsOf(before, after).map(({ name }) => name)).toEqual(['BookingConfirmed']);
    expect(stepsAfter(before, confirm(before))).toEqual([
      'reserve_flight done',
      'reserve_hotel done',
      'process_payment done',
    ]);
  });
});

describe('the beginning of the undoing', () => {
  it('records why, and which step failed, unless that is known already', () => {
    const booking = given(seatsReserved);
    const fails = (began: 'flight' | 'hotel' | 'payment') =>
      stepsAfter(booking, decideCompensation(booking, { ...drive, reason: 'internal_error', began }));
    expect(fails('hotel')).toEqual(['reserve_flight done', 'reserve_hotel failed']);
    expect(fails('payment')).toEqual(['reserve_flight done', 'process_payment failed']);
    expect(fails('flight')).toEqual(['reserve_flight done']);
  });

  it('records a declined payment as a rejection', () => {
    const booking = given(seatsReserved, roomsReserved);
    const declined = decideCompensation(booking, { ...drive, reason: 'payment_declined', began: 'payment' });
    expect(stepsAfter(booking, declined).at(-1)).toBe('process_payment rejected');
  });

  it.each<[string, readonly BookingEvent[], string]>([
    ['happened where it began before, for whatever reason', [compensationBegan], 'happened'],
    ['is rejected where it is confirmed', [confirmed], 'confirmed'],
    ['is rejected where it is cancelled', [compensationBegan, cancelled], 'cancelled'],
    ['is rejected to an older drive', [redriven], 'newer_attempt'],
  ])('%s', (_, before, outcome) => {
    expect(outcomeOf(decideCompensation(given(...before), { ...drive, reason: 'no_seats', began: 'nothing' }))).toBe(
      outcome,
    );
  });
});

describe('what is undone', () => {
  const cancelFlight = (booking: Booking) => decideCompensated(booking, { ...drive, step: 'cancel_flight' });

  it('is a step where it was done, or may have been', () => {
    const failed = { type: 'stepped', at: AT, step: 'reserve_flight', outcome: 'failed' } as const;
    for (const made of [seatsReserved, failed]) {
      const booking = given(made, compensationBegan);
      expect(stepsAfter(booking, cancelFlight(booking)).at(-1)).toBe('cancel_flight done');
    }
  });

  it('is none where it was rejected, or never asked for', () => {
    const rejected = { type: 'stepped', at: AT, step: 'reserve_flight', outcome: 'rejected' } as const;
    expect(outcomeOf(cancelFlight(given(rejected, compensationBegan)))).toBe('happened');
    expect(outcomeOf(cancelFlight(given(compensationBegan)))).toBe('happened');
  });

  it('is rejected before the undoing is recorded, and to an older drive', () => {
    expect(outcomeOf(cancelFlight(given(seatsReserved)))).toBe('not_compensating');
    expect(outcomeOf(cancelFlight(given(seatsReserved, compensationBegan, redriven)))).toBe('newer_attempt');
  });

  it('of the payment is a step only where there was money', () => {
    const undone = (how: 'voided' | 'refunded' | 'nothing_authorized') => {
      const booking = given(seatsReserved, compensationBegan);
      return stepsAfter(booking, decidePaymentReversed(booking, { ...drive, how }));
    };
    expect(undone('voided')).toContain('reverse_payment done');
    expect(undone('refunded')).toContain('reverse_payment done');
    expect(undone('nothing_authorized')).toEqual(['reserve_flight done']);
  });
});

describe('the end without a trip', () => {
  it.each<[string, readonly BookingEvent[], string]>([
    ['happens once its undoing was recorded', [compensationBegan], 'happens'],
    ['happened when it is repeated', [compensationBegan, cancelled], 'happened'],
    ['is rejected where nothing is undone', [seatsReserved], 'not_compensating'],
    ['is rejected to an older drive', [compensationBegan, redriven], 'newer_attempt'],
  ])('%s', (_, before, outcome) => {
    expect(outcomeOf(decideCancel(given(...before), drive))).toBe(outcome);
  });

  it('is published with its reason, and without names', () => {
    const before = given(compensationBegan);
    const [fact, ...others] = factsOf(before, evolve(before, cancelled));
    expect(fact).toMatchObject({ name: 'BookingCancelled', data: { reason: 'internal_error' } });
    expect(JSON.stringify(fact)).not.toContain('Ada');
    expect(others).toEqual([]);
  });
});
