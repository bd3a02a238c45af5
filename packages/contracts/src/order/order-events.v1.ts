import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { OrderId, ShopperId } from '../shared/ids.ts';
import { Money } from '../shared/money.ts';
import { PricedLine } from '../shared/order-lines.ts';

/** Reason for the cancellation of an order. */
export const CancelReason = z.enum([
  'out_of_stock',
  'payment_declined',
  'payment_timeout',
  'review_rejected',
  'review_timeout',
  'shipping_unavailable',
  'customer_request',
  'internal_error',
]);
export type CancelReason = z.infer<typeof CancelReason>;

const order = z.object({ orderId: OrderId, shopperId: ShopperId, lines: z.array(PricedLine), total: Money });

/** A shopper placed an order. It is not decided yet. */
export const OrderPlaced = defineEvent({ owner: 'order', name: 'OrderPlaced', version: 1, schema: order });

/** Reason for the review of an order before its payment is authorized. */
export const ReviewReason = z.enum(['large_total', 'bulk_quantity']);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** An order waits for an operator's decision. */
export const OrderReviewRequested = defineEvent({
  owner: 'order',
  name: 'OrderReviewRequested',
  version: 1,
  schema: order.extend({ reason: z.array(ReviewReason).min(1) }),
});

/** The stock is reserved, the payment captured and the shipments arranged. */
export const OrderConfirmed = defineEvent({ owner: 'order', name: 'OrderConfirmed', version: 1, schema: order });

/** The order is cancelled, and every step that was taken for it is compensated. */
export const OrderCancelled = defineEvent({
  owner: 'order',
  name: 'OrderCancelled',
  version: 1,
  schema: order.extend({ reason: CancelReason }),
});

/** The first parcel of the order was dispatched. The order can't be cancelled any more. */
export const OrderShipped = defineEvent({ owner: 'order', name: 'OrderShipped', version: 1, schema: order });

/** The last parcel of the order was delivered. */
export const OrderDelivered = defineEvent({ owner: 'order', name: 'OrderDelivered', version: 1, schema: order });

/** Every parcel is delivered and the payment is settled, in either order. */
export const OrderCompleted = defineEvent({ owner: 'order', name: 'OrderCompleted', version: 1, schema: order });
