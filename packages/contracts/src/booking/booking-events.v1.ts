import * as z from 'zod';
import { BookingCancelReason, FlightId, HotelId } from '../api/booking.ts';
import { defineEvent } from '../define-event.ts';
import { ShopperId } from '../shared/ids.ts';
import { BookingId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';

/** Data of every event of a booking. Never a traveller's name or a payment method. */
const facts = z.object({
  bookingId: BookingId,
  shopperId: ShopperId,
  flightId: FlightId,
  hotelId: HotelId,
  total: Money,
});

/** A shopper booked a trip. Nothing is reserved yet. */
export const BookingPlaced = defineEvent({ owner: 'booking', name: 'BookingPlaced', version: 1, schema: facts });

/** Flight and hotel are reserved, and the trip is paid. */
export const BookingConfirmed = defineEvent({ owner: 'booking', name: 'BookingConfirmed', version: 1, schema: facts });

/** The booking is cancelled, and every step that was taken for it is compensated. */
export const BookingCancelled = defineEvent({
  owner: 'booking',
  name: 'BookingCancelled',
  version: 1,
  schema: facts.extend({ reason: BookingCancelReason }),
});
