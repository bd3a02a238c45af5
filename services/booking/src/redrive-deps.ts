import { deadLetterQueue, type MessageContext } from '@waypost/service-kit';
import { bookingTable } from './adapters/booking-table.ts';
import { stepFunctionsWorkflow } from './adapters/booking-workflow.ts';
import type { RedrivePorts } from './app/redrive-booking.ts';

/**
 * Dependencies of redriving bookings. Parked bookings go to the same dead-letter queue as failed events, so that an
 * operator finds both there.
 */
export function redriveDeps(context: MessageContext): RedrivePorts {
  const deadLetters = deadLetterQueue();
  return {
    bookings: bookingTable(context),
    workflow: stepFunctionsWorkflow(),
    now: context.now,
    park: ({ bookingId, attempt, correlationId }, reason) =>
      deadLetters({ body: JSON.stringify({ bookingId }), reason, attempts: attempt, correlationId }),
  };
}
