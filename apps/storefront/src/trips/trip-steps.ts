import type { Trip } from '../api/trips.ts';
import type { Step, StepState } from '../layout/trail.tsx';

type Forward = 'reserve_flight' | 'reserve_hotel' | 'process_payment';

/** The saga's steps in their order, each with what undoes it. */
const WAY: readonly { readonly id: Forward; readonly title: string; readonly compensatedBy: string }[] = [
  { id: 'reserve_flight', title: 'Seats reserved', compensatedBy: 'cancel_flight' },
  { id: 'reserve_hotel', title: 'Rooms reserved', compensatedBy: 'cancel_hotel' },
  { id: 'process_payment', title: 'Paid', compensatedBy: 'reverse_payment' },
];

/** The way of a trip as far as it is known: what was done, what failed, and what was undone for it. */
export function tripStepsOf(trip: Trip): readonly Step[] {
  const outcomes = new Map(trip.steps.map(({ step, outcome, at }) => [step as string, { outcome, at }]));
  const isOver = trip.status !== 'PENDING';
  const turnedBack = trip.steps.some(({ step, outcome }) => outcome !== 'done' || !WAY.some(({ id }) => id === step));
  const next = WAY.findIndex(({ id }) => !outcomes.has(id));
  return [
    { id: 'placed', state: 'done', title: 'Trip asked for', at: trip.placedAt },
    ...WAY.map(({ id, title, compensatedBy }, index): Step => {
      const taken = outcomes.get(id);
      const undone = outcomes.get(compensatedBy);
      const state = stateOf(taken?.outcome, {
        isReversed: undone !== undefined,
        isNext: index === next,
        turnedBack,
        isOver,
      });
      return { id, state, title, note: noteOf(id, state, taken?.outcome), at: (undone ?? taken)?.at };
    }),
    outcomeOf(trip, turnedBack),
  ];
}

function stateOf(
  outcome: 'done' | 'rejected' | 'failed' | undefined,
  {
    isReversed,
    isNext,
    turnedBack,
    isOver,
  }: { isReversed: boolean; isNext: boolean; turnedBack: boolean; isOver: boolean },
): StepState {
  if (outcome === undefined) {
    if (isOver || turnedBack) return 'skipped';
    return isNext ? 'now' : 'todo';
  }
  if (outcome !== 'done') return 'failed';
  return isReversed ? 'reversed' : 'done';
}

const NOTES: Readonly<Record<Forward, Readonly<Partial<Record<StepState, string>>>>> = {
  reserve_flight: {
    now: 'We ask the airline.',
    failed: 'Not enough seats are left on this flight.',
    reversed: 'Your seats went back to the airline.',
  },
  reserve_hotel: {
    now: 'We ask the hotel.',
    failed: 'The hotel is full on one of these nights.',
    reversed: 'Your rooms went back to the hotel.',
  },
  process_payment: {
    now: 'We ask your bank.',
    failed: 'Your payment was declined.',
    reversed: 'Your money was given back.',
  },
};

function noteOf(id: Forward, state: StepState, outcome: string | undefined): string | undefined {
  if (state === 'failed' && outcome === 'failed') return 'Nobody answered us, so we undid it to be safe.';
  return NOTES[id][state];
}

function outcomeOf(trip: Trip, turnedBack: boolean): Step {
  const at = trip.steps.at(-1)?.at;
  if (trip.status === 'CONFIRMED') return { id: 'outcome', state: 'done', title: 'Confirmed', at };
  if (trip.status === 'CANCELLED') {
    return { id: 'outcome', state: 'failed', title: 'Not booked', note: reasonWords(trip), at };
  }
  return { id: 'outcome', state: turnedBack ? 'now' : 'todo', title: turnedBack ? 'Not booked' : 'Confirmed' };
}

/** Why a trip isn't to be, and what became of the money, to the person who asked for it. */
export function reasonWords({ reason, payment }: Pick<Trip, 'reason' | 'payment'>): string {
  const money = payment.status === 'refunded' ? 'What you paid was given back.' : 'Nothing was charged.';
  switch (reason) {
    case 'no_seats':
      return `Somebody was quicker with the last seats. ${money}`;
    case 'no_rooms':
      return `Somebody was quicker with the last rooms, so we gave your seats back. ${money}`;
    case 'payment_declined':
      return `The payment was declined, so we gave seats and rooms back. ${money}`;
    case 'internal_error':
      return `Something broke on the way, and we undid everything. ${money}`;
    case undefined:
      return money;
    default:
      return reason satisfies never;
  }
}
