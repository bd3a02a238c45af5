import { commandFunction } from '@waypost/service-kit';
import { airlineApi } from '../../adapters/airline-api.ts';
import { bookingTable } from '../../adapters/booking-table.ts';
import { reserveFlight } from '../../app/workflow-steps.ts';
import { ReserveFlight } from '../../commands.ts';

export const handler = commandFunction(ReserveFlight, (request, context) =>
  reserveFlight({ bookings: bookingTable(context), airline: airlineApi(), now: context.now }, request),
);
