import * as z from 'zod';

/** Stock keeping unit: upper-case words and digits joined by dashes, e.g. `TENT-RIDGE-2P`. */
export const Sku = z
  .string()
  .max(40)
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'a SKU is upper-case letters and digits, joined by dashes')
  .meta({ examples: ['TENT-RIDGE-2P'] })
  .brand<'Sku'>();
export type Sku = z.infer<typeof Sku>;

/** Hash of shopper and Idempotency-Key: 32 lower-case hexadecimal digits after `ord_`. */
export const OrderId = z
  .string()
  .regex(/^ord_[0-9a-f]{32}$/, 'an order id is ord_ and 32 hexadecimal digits')
  .meta({ examples: ['ord_00000000000000000000000000000001'] })
  .brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;

/** What a cart is asked for by: 128 random bits or more, made by whoever fills it, so that nobody guesses it. */
export const CartId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/, 'a cart id is 22 to 64 letters, digits, dashes and underscores')
  .meta({ examples: ['5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10'] })
  .brand<'CartId'>();
export type CartId = z.infer<typeof CartId>;

/** A warehouse of the shop's own. */
export const WarehouseId = z.enum(['north', 'south']);
export type WarehouseId = z.infer<typeof WarehouseId>;

/** The shopper's `sub` in Cognito. */
export const ShopperId = z
  .string()
  .min(1)
  .max(128)
  .meta({ examples: ['3e2a1b9c-0000-4000-8000-000000000001'] })
  .brand<'ShopperId'>();
export type ShopperId = z.infer<typeof ShopperId>;

/** Which drive of a workflow asks; it rises when an order or a booking is driven again. */
export const Attempt = z.int().positive();

/** The payment provider's id of what it holds or took. */
export const PaymentIntentId = z.string().meta({ examples: ['pi_3PAY0000000000000000001'] });

/** The sender's id of a webhook; the same however often it is delivered. */
export const WebhookId = z
  .string()
  .min(1)
  .max(200)
  .meta({ examples: ['evt_1PAY0000000000000000001'] });

/** One parcel's worth: what leaves one warehouse for one order. */
export const ShipmentId = z.string().meta({ examples: ['shp_00000000000000000000000000000001_north'] });

/** Hash of order and Idempotency-Key behind the order's own digits, so that whoever knows a return knows its order. */
export const ReturnId = z
  .string()
  .regex(/^ret_[0-9a-f]{32}_[0-9a-f]{8}$/, 'a return id is ret_, 32 and 8 hexadecimal digits')
  .meta({ examples: ['ret_00000000000000000000000000000001_0000000a'] })
  .brand<'ReturnId'>();
export type ReturnId = z.infer<typeof ReturnId>;

/** The carrier that takes a shipment. */
export const Carrier = z.string().meta({ examples: ['parcel-post'] });
