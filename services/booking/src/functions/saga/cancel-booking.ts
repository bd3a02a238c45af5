import { commandFunction } from '@waypost/service-kit';
import { bookingTable } from '../../adapters/booking-table.ts';
import { cancelBooking } from '../../app/workflow-steps.ts';
import { CancelBooking } from '../../commands.ts';

export const handler = commandFunction(CancelBooking, (request, context) =>
  cancelBooking({ bookings: bookingTable(context), now: context.now }, request),
);
