import type { BookingCancelReason, BookingStep, StepOutcome } from '@waypost/contracts';
import { type Booking, type BookingEvent, outcomeOf, type PaymentReversed, type StepTaken } from './booking.ts';

/** Result of a decision: an event, nothing because it happened before, or a rejection. */
export type BookingDecision<Rejection extends string> =
  | { readonly outcome: 'happens'; readonly event: BookingEvent }
  | { readonly outcome: 'happened' }
  | { readonly outcome: 'rejected'; readonly reason: Rejection };

const happens = (event: BookingEvent) => ({ outcome: 'happens', event }) as const;
const HAPPENED = { outcome: 'happened' } as const;
const rejected = <Rejection extends string>(reason: Rejection) => ({ outcome: 'rejected', reason }) as const;

/** Attempt of the workflow that makes a request, and the time. */
export interface Drive {
  readonly attempt: number;
  readonly at: string;
}

export type ProceedRejection = 'newer_attempt' | 'cancelled' | 'confirmed' | 'compensating';

/** Checks that a booking is neither decided nor about to be compensated. Nothing is written. */
export function mayProceed(booking: Booking, attempt: number): 'go_on' | ProceedRejection {
  if (attempt < booking.attempt) return 'newer_attempt';
  if (booking.status === 'CANCELLED') return 'cancelled';
  if (booking.status === 'CONFIRMED') return 'confirmed';
  return booking.compensation ? 'compensating' : 'go_on';
}

/**
 * Records the result of a step. A reservation that is recorded as done stays done: a rejection that arrives later is from an earlier
 * invocation of the same command, which the workflow gave up on and retried.
 */
export function decideStep(
  booking: Booking,
  { attempt, at, step, outcome }: Drive & { readonly step: BookingStep; readonly outcome: StepOutcome },
): BookingDecision<ProceedRejection> {
  const answer = mayProceed(booking, attempt);
  if (answer !== 'go_on') return rejected(answer);
  const recorded = outcomeOf(booking, step);
  return recorded === outcome || recorded === 'done' ? HAPPENED : happens({ type: 'stepped', at, step, outcome });
}

/**
 * Reports whether this attempt has something to compensate: the compensation was recorded, and no newer attempt took
 * over.
 */
export function mayCompensate(booking: Booking, attempt: number): 'compensate' | 'newer_attempt' | 'not_compensating' {
  if (attempt < booking.attempt) return 'newer_attempt';
  return booking.compensation ? 'compensate' : 'not_compensating';
}

/** Step that a compensation reverses. */
const UNDOES = { cancel_hotel: 'reserve_hotel', cancel_flight: 'reserve_flight' } as const;

/**
 * Records the cancellation of a reservation. One that was never made is no step: the cancellation only keeps it from
 * being made late.
 */
export function decideCompensated(
  booking: Booking,
  { attempt, at, step }: Drive & { readonly step: keyof typeof UNDOES },
): BookingDecision<'newer_attempt' | 'not_compensating'> {
  const answer = mayCompensate(booking, attempt);
  if (answer !== 'compensate') return rejected(answer);
  const made = outcomeOf(booking, UNDOES[step]);
  const isStep = made === 'done' || made === 'failed';
  return isStep && outcomeOf(booking, step) !== 'done' && booking.status === 'PENDING'
    ? happens({ type: 'stepped', at, step, outcome: 'done' })
    : HAPPENED;
}

/** The money went back, or was never taken. */
export function decidePaymentReversed(
  booking: Booking,
  { attempt, at, how }: Drive & { readonly how: PaymentReversed },
): BookingDecision<'newer_attempt' | 'not_compensating'> {
  const answer = mayCompensate(booking, attempt);
  if (answer !== 'compensate') return rejected(answer);
  return booking.paymentReversed || booking.status !== 'PENDING'
    ? HAPPENED
    : happens({ type: 'payment_reversed', at, how });
}

export type ConfirmRejection = Exclude<ProceedRejection, 'confirmed'> | 'not_captured';

/** A booking is confirmed once all is reserved and its money is taken, unless its undoing began. */
export function decideConfirm(
  booking: Booking,
  { attempt, at, captured }: Drive & { readonly captured: boolean },
): BookingDecision<ConfirmRejection> {
  const answer = mayProceed(booking, attempt);
  if (answer === 'confirmed') return HAPPENED;
  if (answer !== 'go_on') return rejected(answer);
  return captured ? happens({ type: 'confirmed', at }) : rejected('not_captured');
}

/** Last step of the workflow that may have begun something. */
export type Began = 'nothing' | 'flight' | 'hotel' | 'payment';

const STEP_OF = { flight: 'reserve_flight', hotel: 'reserve_hotel', payment: 'process_payment' } as const;

/** Records why a booking ends, before anything is undone, and which step failed or was rejected on the way. */
export function decideCompensation(
  booking: Booking,
  { attempt, at, reason, began }: Drive & { readonly reason: BookingCancelReason; readonly began: Began },
): BookingDecision<'newer_attempt' | 'confirmed' | 'cancelled'> {
  if (attempt < booking.attempt) return rejected('newer_attempt');
  if (booking.status === 'CANCELLED') return rejected('cancelled');
  if (booking.status === 'CONFIRMED') return rejected('confirmed');
  if (booking.compensation) return HAPPENED;
  const failed = failedStep(booking, { reason, began, at });
  return happens({ type: 'compensation_began', at, reason, ...(failed && { failed }) });
}

function failedStep(
  booking: Booking,
  { reason, began, at }: { readonly reason: BookingCancelReason; readonly began: Began; readonly at: string },
): StepTaken | undefined {
  if (reason === 'payment_declined') return { step: 'process_payment', outcome: 'rejected', at };
  if (reason !== 'internal_error' || began === 'nothing') return undefined;
  const step = STEP_OF[began];
  return outcomeOf(booking, step) === undefined ? { step, outcome: 'failed', at } : undefined;
}

/** Ends a booking, once all that was done for it is undone. */
export function decideCancel(
  booking: Booking,
  { attempt, at }: Drive,
): BookingDecision<'newer_attempt' | 'not_compensating'> {
  const answer = mayCompensate(booking, attempt);
  if (answer !== 'compensate') return rejected(answer);
  if (booking.status === 'CANCELLED') return HAPPENED;
  return booking.compensation
    ? happens({ type: 'cancelled', at, reason: booking.compensation })
    : rejected('not_compensating');
}
