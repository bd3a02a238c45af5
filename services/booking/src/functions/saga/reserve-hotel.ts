import { commandFunction } from '@waypost/service-kit';
import { hotelApi } from '../../adapters/hotel-api.ts';
import { bookingTable } from '../../adapters/booking-table.ts';
import { reserveHotel } from '../../app/workflow-steps.ts';
import { ReserveHotel } from '../../commands.ts';

export const handler = commandFunction(ReserveHotel, (request, context) =>
  reserveHotel({ bookings: bookingTable(context), hotels: hotelApi(), now: context.now }, request),
);
