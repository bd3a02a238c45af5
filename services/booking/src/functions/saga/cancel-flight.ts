import { commandFunction } from '@waypost/service-kit';
import { airlineApi } from '../../adapters/airline-api.ts';
import { bookingTable } from '../../adapters/booking-table.ts';
import { cancelFlight } from '../../app/workflow-steps.ts';
import { CancelFlight } from '../../commands.ts';

export const handler = commandFunction(CancelFlight, (request, context) =>
  cancelFlight({ bookings: bookingTable(context), airline: airlineApi(), now: context.now }, request),
);
