import * as z from 'zod';
import { Timestamp } from '../envelope.ts';
import { defineRoute } from '../define-route.ts';
import { Carrier, PaymentIntentId } from '../shared/ids.ts';
import { EmailAddress } from '../shared/text.ts';
import { CalendarDate } from './booking.ts';
import { CarrierReported } from '../webhook/carrier-reported.v1.ts';

/** A payment intent as the payment provider stores it. Amounts in minor units. */
export const ProviderPaymentRecord = z.object({
  id: PaymentIntentId,
  status: z.string().meta({ examples: ['requires_capture'] }),
  amount: z.int().meta({ examples: [24900] }),
  amountCapturable: z.int().meta({ examples: [24900] }),
  amountReceived: z.int().meta({ examples: [0] }),
  amountRefunded: z.int().meta({ examples: [0] }),
  currency: z.string().meta({ examples: ['eur'] }),
  orderId: z.string().optional(),
  bookingId: z.string().optional(),
  charges: z.int().meta({ examples: [1] }),
});
export type ProviderPaymentRecord = z.infer<typeof ProviderPaymentRecord>;

export const GetPaymentRecords = defineRoute({
  owner: 'sandbox',
  operationId: 'getPaymentRecords',
  summary: "Lists the payment provider's records, optionally of one order or booking",
  method: 'GET',
  path: '/sandbox/records/payment',
  access: 'operator',
  query: z.strictObject({ orderId: z.string().max(100).optional(), bookingId: z.string().max(100).optional() }),
  response: z.object({ items: z.array(ProviderPaymentRecord) }),
});

/** A parcel as the carrier stores it. It is `recalled` if the shop recalled it before its pickup. */
export const CarrierParcelRecord = z.object({
  parcelId: z.string().meta({ examples: ['shp_00000000000000000000000000000001_north'] }),
  carrier: Carrier,
  /** The shop's own word for what the parcel belongs to: an order. */
  reference: z.string().meta({ examples: ['ord_00000000000000000000000000000001'] }),
  status: z.enum(['booked', 'recalled', ...CarrierReported.schema.shape.status.options]),
  history: z.array(z.object({ status: CarrierReported.schema.shape.status, at: Timestamp })),
});
export type CarrierParcelRecord = z.infer<typeof CarrierParcelRecord>;

export const GetCarrierRecords = defineRoute({
  owner: 'sandbox',
  operationId: 'getCarrierRecords',
  summary: "Lists the carrier's records, optionally of one order",
  method: 'GET',
  path: '/sandbox/records/carrier',
  access: 'operator',
  query: z.strictObject({ orderId: z.string().max(100).optional() }),
  response: z.object({ items: z.array(CarrierParcelRecord) }),
});

/** A reservation as an airline or a hotel stores it, with the shop's idempotency key. */
const reservation = {
  key: z.string().meta({ examples: ['bkg_00000000000000000000000000000001-flight'] }),
  /** The shop's own word for what it belongs to. */
  bookingId: z.string().meta({ examples: ['bkg_00000000000000000000000000000001'] }),
  status: z.enum(['reserved', 'cancelled']),
};
export const SeatReservationRecord = z.object({ ...reservation, flightId: z.string().optional(), seats: z.int() });
export type SeatReservationRecord = z.infer<typeof SeatReservationRecord>;
export const RoomReservationRecord = z.object({
  ...reservation,
  hotelId: z.string().optional(),
  rooms: z.int(),
  nights: z.array(CalendarDate),
});
export type RoomReservationRecord = z.infer<typeof RoomReservationRecord>;

const ofBooking = z.strictObject({ bookingId: z.string().max(100).optional() });

export const GetAirlineRecords = defineRoute({
  owner: 'sandbox',
  operationId: 'getAirlineRecords',
  summary: "Lists the airline's records, optionally of one booking",
  method: 'GET',
  path: '/sandbox/records/airline',
  access: 'operator',
  query: ofBooking,
  response: z.object({ items: z.array(SeatReservationRecord) }),
});

export const GetHotelRecords = defineRoute({
  owner: 'sandbox',
  operationId: 'getHotelRecords',
  summary: "Lists the hotel's records, optionally of one booking",
  method: 'GET',
  path: '/sandbox/records/hotel',
  access: 'operator',
  query: ofBooking,
  response: z.object({ items: z.array(RoomReservationRecord) }),
});

export const Mail = z.object({
  messageId: z.string().meta({ examples: ['mail-1'] }),
  to: z.string().meta({ examples: ['shopper@waypost.example'] }),
  subject: z.string().meta({ examples: ['Your order is confirmed'] }),
  text: z.string().meta({ examples: ['Everything is in stock and on its way.'] }),
  /** The same as a page; none where a mail is plain text only. */
  html: z.string().optional(),
  sentAt: Timestamp,
});
export type Mail = z.infer<typeof Mail>;

/**
 * Accepts a mail of the shop on a stage with simulated external services. A mail that is sent twice with one
 * `messageId` is stored once.
 */
export const ReceiveMail = defineRoute({
  owner: 'sandbox',
  operationId: 'receiveMail',
  summary: 'Stores a mail that the shop sends, once per messageId',
  method: 'POST',
  path: '/mails',
  access: 'open',
  status: 202,
  body: z.strictObject({
    messageId: z
      .string()
      .min(1)
      .max(100)
      .meta({ examples: ['mail-1'] }),
    to: EmailAddress,
    subject: z.string().min(1).max(200),
    text: z.string().min(1).max(100_000),
    html: z.string().min(1).max(200_000).optional(),
  }),
  response: z.object({ messageId: z.string().meta({ examples: ['mail-1'] }) }),
});

export const ListInbox = defineRoute({
  owner: 'sandbox',
  operationId: 'listInbox',
  summary: 'Lists mails that the shop sent to an address, newest first, optionally filtered by a word of the subject',
  method: 'GET',
  path: '/sandbox/inbox',
  access: 'operator',
  query: z.strictObject({
    to: EmailAddress,
    about: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ examples: ['ord_00000000000000000000000000000001'] }),
  }),
  response: z.object({ items: z.array(Mail) }),
});

/**
 * A fault of a simulated external service for a number of requests: `slow` responds after the shop's timeout, `error`
 * fails without an effect, `lost_answer` fails after the effect, `decline` rejects; `duplicate_webhook` and
 * `reorder_webhooks` affect webhooks.
 */
export const Fault = z.strictObject({
  provider: z.enum(['payment', 'carrier', 'airline', 'hotel']),
  operation: z.enum(['authorize', 'retrieve', 'capture', 'cancel', 'refund', 'book', 'recall', 'webhook', 'reserve']),
  fault: z.enum(['slow', 'error', 'lost_answer', 'decline', 'duplicate_webhook', 'reorder_webhooks']),
  times: z.int().min(1).max(1000),
});
export type Fault = z.infer<typeof Fault>;

export const PutFault = defineRoute({
  owner: 'sandbox',
  operationId: 'putFault',
  summary: 'Injects a fault into an operation of a simulated partner for the next requests',
  method: 'PUT',
  path: '/sandbox/faults',
  access: 'operator',
  body: Fault,
  response: Fault,
});

export const DeleteFaults = defineRoute({
  owner: 'sandbox',
  operationId: 'deleteFaults',
  summary: 'Removes every fault and returns their number',
  method: 'DELETE',
  path: '/sandbox/faults',
  access: 'operator',
  response: z.object({ ended: z.int().nonnegative() }),
});
