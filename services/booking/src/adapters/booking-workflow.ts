import { executionsOf } from '@waypost/service-kit';
import { workflowArn } from '../config.ts';
import type { Booking } from '../domain/booking.ts';
import type { BookingWorkflow } from '../ports.ts';

/** What an execution of BookingWorkflow gets; what it reserves, its functions read from the booking. */
export function workflowInputOf({ bookingId, attempt, shopperId, total, paymentMethod, correlationId }: Booking) {
  return { correlationId, bookingId, attempt, shopperId, total, paymentMethod };
}

/** An attempt is driven once, by the execution of its name. */
export const executionNameOf = ({ bookingId, attempt }: Booking): string => `${bookingId}-${attempt}`;

export function stepFunctionsWorkflow(): BookingWorkflow {
  const { start, stateOf } = executionsOf(workflowArn());
  return {
    start: (booking) => start(executionNameOf(booking), workflowInputOf(booking)),
    stateOf: (booking) => stateOf(executionNameOf(booking)),
  };
}
