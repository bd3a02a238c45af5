import * as z from 'zod';
import { OrderId } from './ids.ts';

/** Hash of traveller and Idempotency-Key: 32 lower-case hexadecimal digits after `bkg_`. */
export const BookingId = z
  .string()
  .regex(/^bkg_[0-9a-f]{32}$/, 'a booking id is bkg_ and 32 hexadecimal digits')
  .meta({ examples: ['bkg_00000000000000000000000000000001'] })
  .brand<'BookingId'>();
export type BookingId = z.infer<typeof BookingId>;

/** What a payment is for. */
export const PayableId = z.union([OrderId, BookingId]);
export type PayableId = z.infer<typeof PayableId>;

/** Whether a payment is for an order, and not for a booking. */
export const isOrderId = (id: PayableId): id is OrderId => id.startsWith('ord_');
