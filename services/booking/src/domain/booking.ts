import type {
  BookingCancelReason,
  BookingId,
  BookingNotice,
  BookingStep,
  Flight,
  Hotel,
  Money,
  PaymentMethod,
  ShopperId,
  StepOutcome,
  Traveller,
} from '@waypost/contracts';

/** Immutable part of a booking. */
export interface PlacedBooking {
  readonly bookingId: BookingId;
  readonly shopperId: ShopperId;
  readonly flight: Flight;
  readonly hotel: Hotel;
  readonly checkIn: string;
  readonly checkOut: string;
  readonly rooms: number;
  readonly travellers: readonly Traveller[];
  readonly total: Money;
  readonly notices: readonly BookingNotice[];
  readonly paymentMethod: PaymentMethod;
  /** Hash of the request, which tells a repeated one from another one under the same key. */
  readonly bodyHash: string;
  /** Correlation id from the shopper's request to the end of the saga, also across redrives. */
  readonly correlationId: string;
  readonly placedAt: string;
}

/** Result of a saga step or a compensation. */
export interface StepTaken {
  readonly step: BookingStep;
  readonly outcome: StepOutcome;
  readonly at: string;
}

/** A booking as it stands. */
export type Booking = PlacedBooking & {
  /** Which drive of the workflow counts; older ones are rejected. */
  readonly attempt: number;
  /** Rises with every write, and guards it. */
  readonly version: number;
  /** When it was written last. */
  readonly changedAt: string;
  readonly steps: readonly StepTaken[];
  /** Why it ends. From then on nothing is done for it any more, only undone. */
  readonly compensation?: BookingCancelReason;
  /** Outcome of the payment's reversal. */
  readonly paymentReversed?: PaymentReversed;
  /** Failed too many attempts, so that an operator has to resume it. */
  readonly parked?: true;
} & (
    | { readonly status: 'PENDING' }
    | { readonly status: 'CONFIRMED' }
    | { readonly status: 'CANCELLED'; readonly reason: BookingCancelReason }
  );

export type PaymentReversed = 'voided' | 'refunded' | 'nothing_authorized';

/** Reports whether the workflow or the sweeper has work on the booking. */
export const isUnfinished = ({ status }: Booking): boolean => status === 'PENDING';

/** Events of a booking. `at` is the time of the event. */
export type BookingEvent =
  | { readonly type: 'placed'; readonly booking: PlacedBooking }
  | ({ readonly at: string } & (
      | { readonly type: 'stepped'; readonly step: BookingStep; readonly outcome: StepOutcome }
      /** Reason for the cancellation, and the step with an unknown result, if there is one. */
      | { readonly type: 'compensation_began'; readonly reason: BookingCancelReason; readonly failed?: StepTaken }
      | { readonly type: 'payment_reversed'; readonly how: PaymentReversed }
      | { readonly type: 'confirmed' }
      | { readonly type: 'cancelled'; readonly reason: BookingCancelReason }
      /** The next attempt of the workflow begins. */
      | { readonly type: 'redriven' }
      | { readonly type: 'parked' }
    ));

/** The booking after an event. */
export function evolve(booking: Booking | undefined, event: BookingEvent): Booking {
  if (event.type === 'placed') {
    const { placedAt: changedAt } = event.booking;
    return { ...event.booking, attempt: 1, version: 1, changedAt, steps: [], status: 'PENDING' };
  }
  const { version, ...rest } = existing(booking);
  const next: Booking = { ...rest, version: version + 1, changedAt: event.at };
  switch (event.type) {
    case 'stepped':
      return withStep(next, event);
    case 'compensation_began':
      return { ...(event.failed ? withStep(next, event.failed) : next), compensation: event.reason };
    case 'payment_reversed': {
      const undone = { ...next, paymentReversed: event.how };
      const { at } = event;
      return event.how === 'nothing_authorized'
        ? undone
        : withStep(undone, { step: 'reverse_payment', outcome: 'done', at });
    }
    case 'confirmed':
      return { ...withStep(next, { step: 'process_payment', outcome: 'done', at: event.at }), status: 'CONFIRMED' };
    case 'cancelled':
      return { ...next, status: 'CANCELLED', reason: event.reason };
    case 'redriven': {
      const { parked: _, ...again } = next;
      return { ...again, attempt: next.attempt + 1 };
    }
    case 'parked':
      return { ...next, parked: true };
  }
}

/** Records the result of a step. A repeated step has its last result. */
function withStep(booking: Booking, { step, outcome, at }: StepTaken): Booking {
  const others = booking.steps.filter((taken) => taken.step !== step);
  return { ...booking, steps: [...others, { step, outcome, at }] };
}

/** Result of a step, if it was taken. */
export const outcomeOf = ({ steps }: Booking, step: BookingStep): StepOutcome | undefined =>
  steps.find((taken) => taken.step === step)?.outcome;

function existing(booking: Booking | undefined): Booking {
  if (!booking) throw new Error('Nothing can happen to a booking that was not placed');
  return booking;
}
