import type { Trip } from '../api/trips.ts';
import type { Step, StepState } from '../layout/trail.tsx';

type Forward = 'reserve_flight' | 'reserve_hotel' | 'process_payment';

/** Steps of the saga in order, each with its compensation. */
const STEPS: readonly { readonly id: Forward; readonly title: string; readonly compensatedBy: string }[] = [
  { id: 'reserve_flight', title: 'Seats reserved', compensatedBy: 'cancel_flight' },
  { id: 'reserve_hotel', title: 'Rooms reserved', compensatedBy: 'cancel_hotel' },
  { id: 'process_payment', title: 'Paid', compensatedBy: 'reverse_payment' },
];

/** Derives the progress of a trip: completed, failed and compensated steps. */
export function tripStepsOf(trip: Trip): readonly Step[] {
  const outcomes = new Map(trip.steps.map(({ step, outcome, at }) => [step as string, { outcome, at }]));
  const isOver = trip.status !== 'PENDING';
  const isCancelled = trip.steps.some(
    ({ step, outcome }) => outcome !== 'done' || !STEPS.some(({ id }) => id === step),
  );
  const next = STEPS.findIndex(({ id }) => !outcomes.has(id));
  return [
    { id: 'placed', state: 'done', title: 'Trip requested', at: trip.placedAt },
    ...STEPS.map(({ id, title, compensatedBy }, index): Step => {
      const taken = outcomes.get(id);
      const undone = outcomes.get(compensatedBy);
      const state = stateOf(taken?.outcome, {
        isReversed: undone !== undefined,
        isNext: index === next,
        isCancelled,
        isOver,
      });
      return { id, state, title, note: noteOf(id, state, taken?.outcome), at: (undone ?? taken)?.at };
    }),
    outcomeOf(trip, isCancelled),
  ];
}

function stateOf(
  outcome: 'done' | 'rejected' | 'failed' | undefined,
  {
    isReversed,
    isNext,
    isCancelled,
    isOver,
  }: { isReversed: boolean; isNext: boolean; isCancelled: boolean; isOver: boolean },
): StepState {
  if (outcome === undefined) {
    if (isOver || isCancelled) return 'skipped';
    return isNext ? 'now' : 'todo';
  }
  if (outcome !== 'done') return 'failed';
  return isReversed ? 'reversed' : 'done';
}

const NOTES: Readonly<Record<Forward, Readonly<Partial<Record<StepState, string>>>>> = {
  reserve_flight: {
    now: 'Reserving seats with the airline.',
    failed: 'Not enough seats are left on this flight.',
    reversed: 'The seats were released.',
  },
  reserve_hotel: {
    now: 'Reserving rooms with the hotel.',
    failed: 'The hotel is full on one of these nights.',
    reversed: 'The rooms were released.',
  },
  process_payment: {
    now: 'Authorizing the payment.',
    failed: 'Your payment was declined.',
    reversed: 'Your payment was refunded.',
  },
};

function noteOf(id: Forward, state: StepState, outcome: string | undefined): string | undefined {
  if (state === 'failed' && outcome === 'failed') return 'There was no response, so we cancelled it to be safe.';
  return NOTES[id][state];
}

function outcomeOf(trip: Trip, isCancelled: boolean): Step {
  const at = trip.steps.at(-1)?.at;
  if (trip.status === 'CONFIRMED') return { id: 'outcome', state: 'done', title: 'Confirmed', at };
  if (trip.status === 'CANCELLED') {
    return { id: 'outcome', state: 'failed', title: 'Not booked', note: describeReason(trip), at };
  }
  return { id: 'outcome', state: isCancelled ? 'now' : 'todo', title: isCancelled ? 'Not booked' : 'Confirmed' };
}

/** Explains to the shopper why a trip was not booked, and whether money was charged. */
export function describeReason({ reason, payment }: Pick<Trip, 'reason' | 'payment'>): string {
  const money = payment.status === 'refunded' ? 'Your payment was refunded.' : 'Nothing was charged.';
  switch (reason) {
    case 'no_seats':
      return `The last seats were just taken. ${money}`;
    case 'no_rooms':
      return `The last rooms were just taken, so we released your seats. ${money}`;
    case 'payment_declined':
      return `The payment was declined, so we released your seats and rooms. ${money}`;
    case 'internal_error':
      return `An error on our side prevented this trip. ${money}`;
    case undefined:
      return money;
    default:
      return reason satisfies never;
  }
}
