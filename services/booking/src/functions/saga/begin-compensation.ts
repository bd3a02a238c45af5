import { commandFunction } from '@waypost/service-kit';
import { bookingTable } from '../../adapters/booking-table.ts';
import { beginCompensation } from '../../app/workflow-steps.ts';
import { BeginCompensation } from '../../commands.ts';

export const handler = commandFunction(BeginCompensation, (request, context) =>
  beginCompensation({ bookings: bookingTable(context), now: context.now }, request),
);
