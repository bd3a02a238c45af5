import { commandFunction } from '@waypost/service-kit';
import { bookingTable } from '../adapters/booking-table.ts';
import { beginUndoing } from '../app/drive-booking.ts';
import { BeginUndoing } from '../commands.ts';

export const handler = commandFunction(BeginUndoing, (request, context) =>
  beginUndoing({ bookings: bookingTable(context), now: context.now }, request),
);
