import { commandFunction } from '@waypost/service-kit';
import { bookingTable } from '../../adapters/booking-table.ts';
import { confirmBooking } from '../../app/workflow-steps.ts';
import { ConfirmBooking } from '../../commands.ts';

export const handler = commandFunction(ConfirmBooking, (request, context) =>
  confirmBooking({ bookings: bookingTable(context), now: context.now }, request),
);
