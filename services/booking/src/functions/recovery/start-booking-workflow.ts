import { BookingPlaced } from '@waypost/contracts';
import { eventFunction, logger } from '@waypost/service-kit';
import { bookingTable } from '../../adapters/booking-table.ts';
import { stepFunctionsWorkflow } from '../../adapters/booking-workflow.ts';
import { startBooking } from '../../app/start-booking.ts';

export const handler = eventFunction([BookingPlaced], async ({ data: { bookingId } }, context) => {
  const ports = { bookings: bookingTable(context), workflow: stepFunctionsWorkflow() };
  const outcome = await startBooking(ports, bookingId);
  logger.info('booking workflow', { bookingId, outcome });
});
