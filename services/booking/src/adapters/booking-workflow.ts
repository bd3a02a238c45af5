import { executionsOf } from '@waypost/service-kit';
import { workflowArn } from '../config.ts';
import type { Booking } from '../domain/booking.ts';
import type { BookingWorkflow } from '../ports.ts';

/** Input of an execution of BookingWorkflow. Its functions read the rest from the booking. */
export function workflowInputOf({ bookingId, attempt, shopperId, total, paymentMethod, correlationId }: Booking) {
  return { correlationId, bookingId, attempt, shopperId, total, paymentMethod };
}

/** Starts executions named after booking and attempt, so that an attempt runs once. */
export const executionNameOf = ({ bookingId, attempt }: Booking): string => `${bookingId}-${attempt}`;

export function stepFunctionsWorkflow(): BookingWorkflow {
  const { start, stateOf } = executionsOf(workflowArn());
  return {
    start: (booking) => start(executionNameOf(booking), workflowInputOf(booking)),
    stateOf: (booking) => stateOf(executionNameOf(booking)),
  };
}
