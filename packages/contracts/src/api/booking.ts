import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { BookingId } from '../shared/payable-id.ts';
import { Money } from '../shared/money.ts';
import { PaymentMethod } from '../shared/payment-method.ts';
import { plainText } from '../shared/text.ts';
import { pageOf, pageQuery } from './paging.ts';

/** Cities that trips depart from and go to, by airport code. */
export const CITIES = {
  BER: 'Berlin',
  CPH: 'Copenhagen',
  EDI: 'Edinburgh',
  KEF: 'Reykjavík',
  LIS: 'Lisbon',
  OSL: 'Oslo',
  VIE: 'Vienna',
  ZRH: 'Zurich',
} as const;

export const City = z.enum(['BER', 'CPH', 'EDI', 'KEF', 'LIS', 'OSL', 'VIE', 'ZRH']);
export type City = z.infer<typeof City>;

/** A local date: `2026-12-01`. */
export const CalendarDate = z.iso.date('must be a date in the format YYYY-MM-DD').meta({ examples: ['2026-12-01'] });

/** Days from today on that flights depart and hotel stays begin. Airlines publish their schedules about this far ahead. */
export const BOOKING_HORIZON_DAYS = 330;

/** Nights of the longest stay. */
export const MAX_NIGHTS = 30;

/** The airline's id of a round trip: from, to, there, back, morning or evening. */
export const FlightId = z
  .string()
  .regex(/^flt_[A-Z]{3}-[A-Z]{3}_\d{8}-\d{8}_(am|pm)$/, 'must be the id of a flight')
  .meta({ examples: ['flt_BER-LIS_20301201-20301208_am'] });

/** A round-trip flight on sale. The price is per traveller. */
export const Flight = z.object({
  flightId: FlightId,
  from: City,
  to: City,
  departsAt: Timestamp,
  arrivesAt: Timestamp,
  returnDepartsAt: Timestamp,
  returnArrivesAt: Timestamp,
  price: Money,
});
export type Flight = z.infer<typeof Flight>;

export const HotelId = z
  .string()
  .regex(/^htl_[A-Z]{3}-[a-z-]{1,30}$/, 'must be the id of a hotel')
  .meta({ examples: ['htl_LIS-harbour'] });

/** A hotel. The price is per room and night. */
export const Hotel = z.object({
  hotelId: HotelId,
  name: z.string().meta({ examples: ['Harbour House'] }),
  city: City,
  price: Money,
});
export type Hotel = z.infer<typeof Hotel>;

export const ListFlights = defineRoute({
  owner: 'booking',
  operationId: 'listFlights',
  summary: `Round-trip flights that depart on a date, from today to ${BOOKING_HORIZON_DAYS} days ahead`,
  method: 'GET',
  path: '/flights',
  access: 'open',
  query: z.strictObject({ from: City, to: City, date: CalendarDate }),
  response: z.object({ items: z.array(Flight) }),
});

/** Days ahead for which the lowest fares are listed. */
export const FARE_DAYS = 42;

/** A city that flights go to, and the flight with the lowest fare of the coming weeks. */
export const Destination = z.object({ city: City, flight: Flight });
export type Destination = z.infer<typeof Destination>;

export const ListDestinations = defineRoute({
  owner: 'booking',
  operationId: 'listDestinations',
  summary: `Destinations from a city with the lowest fare of the next ${FARE_DAYS} days, cheapest first`,
  method: 'GET',
  path: '/destinations',
  access: 'open',
  query: z.strictObject({ from: City }),
  response: z.object({ items: z.array(Destination) }),
});

export const ListHotels = defineRoute({
  owner: 'booking',
  operationId: 'listHotels',
  summary: `Hotels of a city for a stay of up to ${MAX_NIGHTS} nights that begins within ${BOOKING_HORIZON_DAYS} days`,
  method: 'GET',
  path: '/hotels',
  access: 'open',
  query: z.strictObject({ city: City, checkIn: CalendarDate, checkOut: CalendarDate }),
  response: z.object({ items: z.array(Hotel) }),
});

/** PENDING while the saga runs or compensates. */
export const BookingStatus = z.enum(['PENDING', 'CONFIRMED', 'CANCELLED']);
export type BookingStatus = z.infer<typeof BookingStatus>;

export const BookingCancelReason = z.enum(['no_seats', 'no_rooms', 'payment_declined', 'internal_error']);
export type BookingCancelReason = z.infer<typeof BookingCancelReason>;

/** Steps of the saga and their compensations. */
export const BookingStep = z.enum([
  'reserve_flight',
  'reserve_hotel',
  'process_payment',
  'reverse_payment',
  'cancel_hotel',
  'cancel_flight',
]);
export type BookingStep = z.infer<typeof BookingStep>;

/** Result of a saga step. `rejected`: the partner declined. `failed`: unknown, so the step is compensated. */
export const StepOutcome = z.enum(['done', 'rejected', 'failed']);
export type StepOutcome = z.infer<typeof StepOutcome>;

/** A warning about an unusual but valid trip. */
export const BookingNotice = z.object({
  code: z.enum(['hotel_in_another_city', 'stay_outside_trip']),
  detail: z.string().meta({ examples: ['The flight goes to Lisbon, and the hotel is in Oslo.'] }),
});
export type BookingNotice = z.infer<typeof BookingNotice>;

export const Traveller = z.object({ name: z.string().meta({ examples: ['Ada Byron'] }) });
export type Traveller = z.infer<typeof Traveller>;

const bookingLinks = z.object({
  self: z.string().meta({ examples: ['/bookings/bkg_00000000000000000000000000000001'] }),
});

export const BookTrip = defineRoute({
  owner: 'booking',
  operationId: 'bookTrip',
  summary: 'Books a flight and a hotel and pays for both, all or nothing. GET /bookings/{id} returns the result',
  method: 'POST',
  path: '/bookings',
  access: 'shopper',
  idempotent: true,
  status: 202,
  body: z.strictObject({
    flightId: FlightId,
    hotelId: HotelId,
    checkIn: CalendarDate,
    checkOut: CalendarDate,
    travellers: z
      .array(z.strictObject({ name: plainText(100).meta({ examples: ['Ada Byron'] }) }))
      .min(1)
      .max(9),
    paymentMethod: PaymentMethod,
  }),
  response: z.object({
    bookingId: BookingId,
    status: BookingStatus,
    total: Money,
    notices: z.array(BookingNotice),
    links: bookingLinks,
  }),
});

export const Booking = z.object({
  bookingId: BookingId,
  status: BookingStatus,
  reason: BookingCancelReason.optional(),
  /** Steps in the order of execution. */
  steps: z.array(z.object({ step: BookingStep, outcome: StepOutcome, at: Timestamp })),
  flight: Flight,
  hotel: Hotel,
  checkIn: CalendarDate,
  checkOut: CalendarDate,
  /** One for two travellers. */
  rooms: z.int().positive(),
  travellers: z.array(Traveller),
  total: Money,
  payment: z.object({ status: z.enum(['pending', 'captured', 'not_charged', 'refunded']) }),
  notices: z.array(BookingNotice),
  placedAt: Timestamp,
});
export type Booking = z.infer<typeof Booking>;

export const GetBooking = defineRoute({
  owner: 'booking',
  operationId: 'getBooking',
  summary: 'Returns a trip of the shopper. While it is PENDING, Retry-After states when to poll again',
  method: 'GET',
  path: '/bookings/{id}',
  access: 'shopper',
  responseHeaders: {
    ETag: 'Changes with the booking',
    'Retry-After': 'Seconds until the next poll, while it is PENDING',
  },
  parameters: z.object({
    id: z
      .string()
      .max(100)
      .meta({ examples: ['bkg_00000000000000000000000000000001'] }),
  }),
  response: Booking,
});

export const BookingSummary = Booking.pick({
  bookingId: true,
  status: true,
  total: true,
  placedAt: true,
  checkIn: true,
  checkOut: true,
}).extend({ from: City, to: City, hotelName: Hotel.shape.name });
export type BookingSummary = z.infer<typeof BookingSummary>;

export const ListBookings = defineRoute({
  owner: 'booking',
  operationId: 'listBookings',
  summary: "Lists the shopper's trips, newest first",
  method: 'GET',
  path: '/bookings',
  access: 'shopper',
  query: z.strictObject(pageQuery),
  response: pageOf(BookingSummary),
});
