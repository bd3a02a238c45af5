import { commandFunction } from '@waypost/service-kit';
import { hotelApi } from '../../adapters/hotel-api.ts';
import { bookingTable } from '../../adapters/booking-table.ts';
import { cancelHotel } from '../../app/workflow-steps.ts';
import { CancelHotel } from '../../commands.ts';

export const handler = commandFunction(CancelHotel, (request, context) =>
  cancelHotel({ bookings: bookingTable(context), hotels: hotelApi(), now: context.now }, request),
);
