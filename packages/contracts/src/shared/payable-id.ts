import * as z from 'zod';
import { OrderId } from './ids.ts';

/** Hash of traveller and Idempotency-Key: 32 lower-case hexadecimal digits after `bkg_`. */
export const BookingId = z
  .string()
  .regex(/^bkg_[0-9a-f]{32}$/, 'must be bkg_ and 32 hexadecimal digits')
  .meta({ examples: ['bkg_00000000000000000000000000000001'] })
  .brand<'BookingId'>();
export type BookingId = z.infer<typeof BookingId>;

/** Id of what a payment is for: an order or a booking. */
export const PayableId = z.union([OrderId, BookingId]);
export type PayableId = z.infer<typeof PayableId>;

/** True for the id of an order. */
export const isOrderId = (id: PayableId): id is OrderId => id.startsWith('ord_');
